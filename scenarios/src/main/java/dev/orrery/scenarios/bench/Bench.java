package dev.orrery.scenarios.bench;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The groups of contests that can be run by name. */
public enum Bench {
    /** The event queue, the digest and the network. */
    ENGINE,
    /** A whole simulation of Raft, and what its traces add. */
    RAFT,
    /** Very many runs, each judged. */
    SWEEP,
    /** Searches of all orders. */
    EXPLORE,
    /** Checks of histories. */
    CHECK;

    private static final int ROUNDS = 9;
    private static final long ROUND_NANOS = 100_000_000;

    /**
     * Runs the contests of this group one after the other; tells of each as soon as it is measured.
     *
     * @param wrong told of the name of a contest whose subject did not do what it should, and what it did instead
     */
    public void run(Consumer<Measurement> told, BiConsumer<String, String> wrong) {
        Referee referee = new Referee(ROUNDS, ROUND_NANOS);
        for (Contest contest : contests()) {
            try {
                told.accept(referee.measure(contest));
            } catch (WrongVerdictException verdict) {
                wrong.accept(contest.name(), String.valueOf(verdict.getMessage()));
            }
        }
    }

    List<Contest> contests() {
        return switch (this) {
            case ENGINE -> EngineContests.all();
            case RAFT -> RaftContests.all();
            case SWEEP -> SweepContests.all();
            case EXPLORE -> ExploreContests.all();
            case CHECK -> CheckContests.all();
        };
    }
}
