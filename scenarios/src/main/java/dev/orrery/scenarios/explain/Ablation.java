package dev.orrery.scenarios.explain;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.run.RunOptions;
import dev.orrery.sim.fault.FaultPlan;
import dev.orrery.sim.fault.PlannedFault;
import java.util.ArrayList;
import java.util.List;

/**
 * Which faults a failure takes: the run again without each of them, and without each two.
 *
 * @param faults one for each fault, in the order in which they were done
 * @param pairs the pairs whose loss tells more than that of each alone: both can be spared, but not together
 * @param pairsTried whether pairs were looked at: of very many faults they are too many
 */
public record Ablation(List<Single> faults, List<Pair> pairs, boolean pairsTried) {
    /** Of more faults there are too many pairs to run. */
    static final int MOST_FOR_PAIRS = 16;

    /** Takes the lists as they are now. */
    public Ablation {
        faults = List.copyOf(faults);
        pairs = List.copyOf(pairs);
    }

    /**
     * One fault.
     *
     * @param id as results and traces call it
     * @param necessary whether nothing fails without it
     */
    public record Single(String id, boolean necessary) {}

    /** Two faults, by their ids, of which it takes one or the other. */
    public record Pair(String one, String other) {}

    /** Runs a scenario, whose faults have absolute times, without its faults. */
    static Ablation of(Scenario executed, Trials trials) {
        List<PlannedFault> all = executed.faults().faults();
        List<Single> singles = new ArrayList<>();
        for (int fault = 0; fault < all.size(); fault++) {
            singles.add(new Single(id(fault), !failsWithout(executed, trials, fault, fault)));
        }
        List<Pair> pairs = new ArrayList<>();
        boolean few = all.size() <= MOST_FOR_PAIRS;
        for (int one = 0; one < all.size() && few; one++) {
            for (int other = one + 1; other < all.size(); other++) {
                boolean spared =
                        !singles.get(one).necessary() && !singles.get(other).necessary();
                if (spared && !failsWithout(executed, trials, one, other)) {
                    pairs.add(new Pair(id(one), id(other)));
                }
            }
        }
        return new Ablation(singles, pairs, few);
    }

    private static String id(int fault) {
        return "f" + (fault + 1);
    }

    private static boolean failsWithout(Scenario executed, Trials trials, int one, int other) {
        List<PlannedFault> left = new ArrayList<>(executed.faults().faults());
        left.remove(other);
        if (one != other) {
            left.remove(one);
        }
        FaultPlan plan = new FaultPlan(left, null, executed.faults().heal());
        return trials.fails(executed.withFaults(plan), RunOptions.LEAN);
    }
}
