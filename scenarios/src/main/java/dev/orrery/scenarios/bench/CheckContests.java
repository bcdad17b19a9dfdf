package dev.orrery.scenarios.bench;

import dev.orrery.scenarios.history.Judge;
import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.check.CheckResult.Outcome;
import dev.orrery.sim.check.HistoryCheck;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.synthetic.AppendStore;
import dev.orrery.sim.history.synthetic.AtomicMutex;
import dev.orrery.sim.history.synthetic.AtomicObject;
import dev.orrery.sim.history.synthetic.AtomicQueue;
import dev.orrery.sim.history.synthetic.AtomicRegister;
import dev.orrery.sim.history.synthetic.AtomicRegister.Operations;
import dev.orrery.sim.history.synthetic.Crowd;
import dev.orrery.sim.history.synthetic.SerialLists;
import dev.orrery.sim.random.Probability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The checks of histories, each against one pass over the same history: the shapes in which other checkers take seconds or
 * give up. Each verdict is known beforehand, and a check that decides otherwise is not measured.
 */
final class CheckContests {
    private static final long SEED = 42;
    private static final long STEPS = 100_000_000;
    private static final int VALUES = 5;

    private CheckContests() {}

    /** Histories with the verdicts that are right. */
    private record Cases(Map<History, Outcome> verdicts) {
        static Cases of(History history, Outcome verdict) {
            Map<History, Outcome> verdicts = new LinkedHashMap<>();
            verdicts.put(history, verdict);
            return new Cases(verdicts);
        }

        Workpiece judged(HistoryCheck check) {
            List<Map.Entry<History, Outcome>> cases = new ArrayList<>(verdicts.entrySet());
            int[] next = {0};
            return events -> {
                for (long i = 0; i < events; i++) {
                    Map.Entry<History, Outcome> one = cases.get(next[0]);
                    next[0] = (next[0] + 1) % cases.size();
                    require(one.getValue(), check.check(one.getKey()));
                }
                return events;
            };
        }

        Workpiece passed() {
            return new HistoryPass(new ArrayList<>(verdicts.keySet()));
        }

        private static void require(Outcome expected, CheckResult result) {
            if (result.outcome() != expected) {
                throw new WrongVerdictException("the verdict was " + result.outcome() + " where " + expected
                        + " is right: " + result.message());
            }
        }
    }

    static List<Contest> all() {
        List<Contest> contests = new ArrayList<>();
        contests.add(contest("cas-register 80 with crashes", "cas-register", CheckContests::manySmall));
        contests.add(
                contest("cas-register 20 x 1000", "cas-register", () -> legal(new Crowd(20, 20_000), fewValues())));
        contests.add(contest(
                "register 20 x 1000",
                "register",
                () -> legal(new Crowd(20, 20_000), AtomicRegister.ofFewValues(Operations.READ_WRITE, VALUES))));
        contests.add(contest(
                "mutex 20 x 1000, held twice",
                "mutex",
                () -> illegal(new Crowd(20, 20_000), new AtomicMutex().lyingAt(15_000))));
        contests.add(contest("queue 8 x 100", "queue", () -> legal(new Crowd(8, 800), new AtomicQueue())));
        contests.add(contest("queue 4 x 1000", "queue", () -> legal(new Crowd(4, 4_000), new AtomicQueue())));
        contests.add(contest(
                "cas-register 5 x 200, 2% crash, wrong",
                "cas-register",
                () -> illegal(
                        new Crowd(5, 1_000, Probability.percent(2)), fewValues().lyingAt(900))));
        contests.add(contest(
                "register 1 M unique writes",
                "register",
                () -> legal(new Crowd(20, 1_000_000), AtomicRegister.ofUniqueValues(Operations.READ_WRITE, 0))));
        contests.add(contest(
                "register 100 k on 100 keys",
                "key-value",
                () -> legal(new Crowd(20, 100_000), AtomicRegister.ofUniqueValues(Operations.READ_WRITE, 100))));
        contests.add(contest(
                "text 50 clients, 1700 on 10 keys", "text", () -> legal(new Crowd(50, 1_700), new AppendStore(10))));
        contests.add(
                contest("list-append 100 k", "list-append", () -> legal(new Crowd(20, 100_000), new SerialLists())));
        contests.add(contest(
                "list-append 10 k, wrong",
                "list-append",
                () -> illegal(new Crowd(20, 10_000), new SerialLists().lyingAt(5_000))));
        return contests;
    }

    /** By the strongest level of the model. */
    private static Contest contest(String name, String model, Supplier<Cases> made) {
        Supplier<Cases> cases = new Once(made);
        return new Contest(
                name,
                Scale.MILLISECONDS,
                () -> {
                    Judge judge = Judge.named(model)
                            .orElseThrow(() -> new IllegalStateException("there is no model " + model));
                    return cases.get().judged(judge.maker().check(judge.levels().get(0), STEPS));
                },
                () -> cases.get().passed());
    }

    /** Both sides of a contest share their histories, which take time to make. */
    private static final class Once implements Supplier<Cases> {
        private final Supplier<Cases> made;
        private final List<Cases> kept = new ArrayList<>(1);

        Once(Supplier<Cases> made) {
            this.made = made;
        }

        @Override
        public Cases get() {
            if (kept.isEmpty()) {
                kept.add(made.get());
            }
            return kept.get(0);
        }
    }

    /** A thousand of the length that Jepsen's tests of etcd had; every tenth is wrong. */
    private static Cases manySmall() {
        Crowd crowd = new Crowd(5, 80, Probability.percent(10));
        Cases cases = new Cases(new LinkedHashMap<>());
        for (long seed = 0; seed < 1_000; seed++) {
            boolean wrong = seed % 10 == 0;
            AtomicObject register = wrong ? fewValues().lyingAt(50) : fewValues();
            cases.verdicts().put(crowd.ask(register, seed), wrong ? Outcome.FAIL : Outcome.PASS);
        }
        return cases;
    }

    private static AtomicRegister fewValues() {
        return AtomicRegister.ofFewValues(Operations.READ_WRITE_CAS, VALUES);
    }

    private static Cases legal(Crowd crowd, AtomicObject object) {
        return Cases.of(crowd.ask(object, SEED), Outcome.PASS);
    }

    private static Cases illegal(Crowd crowd, AtomicObject object) {
        return Cases.of(crowd.ask(object, SEED), Outcome.FAIL);
    }
}
