package dev.orrery.algorithms.lock.mutant;

import dev.orrery.algorithms.lock.LockRules;
import dev.orrery.algorithms.mutant.Mutant;
import dev.orrery.algorithms.mutant.Mutants;
import dev.orrery.sim.node.Clock;
import java.util.List;

/** The planted bugs of the locks. */
public final class LockMutants {
    private static final String KLEPPMANN = "Kleppmann, How to do distributed locking, 2016";
    private static final String REDIS = "Redis documentation, Distributed Locks with Redis";

    /** All of them, by their numbers. */
    public static final Mutants<LockRules> ALL = new Mutants<>(
            LockRules::new,
            List.of(
                    new Mutant<>(
                            "L01",
                            "a holder goes on writing after its lease is over",
                            KLEPPMANN,
                            "exclusion at the resource",
                            NeverLooksAtTheClock::new),
                    new Mutant<>(
                            "L02",
                            "a Redlock store lets keys expire by the time of day",
                            KLEPPMANN,
                            "exclusion",
                            ExpiresByWallClock::new),
                    new Mutant<>(
                            "L03",
                            "a store restarts without its keys and serves at once",
                            REDIS,
                            "exclusion",
                            ServesAtOnce::new),
                    new Mutant<>(
                            "L05",
                            "a release deletes the key without comparing its value",
                            REDIS,
                            "exclusion",
                            DeletesAnything::new),
                    new Mutant<>(
                            "L08",
                            "an acquisition that failed leaves its keys on some stores",
                            REDIS,
                            "liveness",
                            LeavesPartialLocks::new),
                    new Mutant<>(
                            "L11",
                            "the resource does not compare tokens",
                            KLEPPMANN,
                            "exclusion at the resource",
                            ComparesNoFences::new),
                    new Mutant<>(
                            "L12",
                            "ties of requests are broken by the timestamp only",
                            "Ricart and Agrawala 1981, §2",
                            "exclusion",
                            TimestampsOnly::new),
                    new Mutant<>(
                            "L13",
                            "voters never ask for their vote back",
                            "Maekawa 1985, §3",
                            "deadlock freedom",
                            NeverInquires::new),
                    new Mutant<>(
                            "L14",
                            "a token is made anew while the old one lives",
                            "Suzuki and Kasami 1985",
                            "exclusion",
                            RegeneratesAtOnce::new)));

    private LockMutants() {}

    /** L01: what Kleppmann's client does, which looks at no clock between the lock and the write. */
    private static final class NeverLooksAtTheClock extends LockRules {
        @Override
        public boolean goesOn(boolean held) {
            return true;
        }
    }

    /** L02: a jump of one store's clock frees a key that is held. */
    private static final class ExpiresByWallClock extends LockRules {
        @Override
        public long expiryClock(Clock clock) {
            return clock.wall();
        }
    }

    /** L03: a store that has forgotten a key gives it to a second client. */
    private static final class ServesAtOnce extends LockRules {
        @Override
        public long restartDelay(long longestTtl) {
            return 0;
        }
    }

    /** L05: a client that is late deletes the key of the one who has the lock now. */
    private static final class DeletesAnything extends LockRules {
        @Override
        public boolean mayDelete(String stored, String asked) {
            return true;
        }
    }

    /** L08: clients that split the stores among them lock each other out until the keys expire. */
    private static final class LeavesPartialLocks extends LockRules {
        @Override
        public boolean unlocksAfterFailure() {
            return false;
        }
    }

    /** L11: tokens that nobody compares cure nothing. */
    private static final class ComparesNoFences extends LockRules {
        @Override
        public boolean acceptsFence(long fence, long highest) {
            return true;
        }
    }

    /** L12: of two requests with one timestamp neither has precedence, and both are granted. */
    private static final class TimestampsOnly extends LockRules {
        @Override
        public boolean precedes(long ownTime, int self, long theirTime, int them) {
            return ownTime < theirTime;
        }
    }

    /** L13: peers whose quorums overlap hold a vote each and wait for the other's for ever. */
    private static final class NeverInquires extends LockRules {
        @Override
        public boolean inquires() {
            return false;
        }
    }

    /** L14: a token that is only late is taken for one that is lost. */
    private static final class RegeneratesAtOnce extends LockRules {
        @Override
        public boolean mayRegenerate(int promised, int others) {
            return true;
        }
    }
}
