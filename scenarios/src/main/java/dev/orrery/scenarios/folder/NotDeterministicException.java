package dev.orrery.scenarios.folder;

import dev.orrery.scenarios.replay.Replay;
import dev.orrery.scenarios.result.ResultJson;
import dev.orrery.scenarios.result.RunResult;
import org.jspecify.annotations.Nullable;

/** Scenario and seed were the same, and the run was not. The message says how the two differ. */
public final class NotDeterministicException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Replay.@Nullable Different difference;

    NotDeterministicException(Replay.Different difference) {
        super("event " + difference.event() + " differs between two runs of the same scenario and seed");
        this.difference = difference;
    }

    NotDeterministicException(RunResult first, RunResult second) {
        super("two runs of the same scenario and seed have the digests "
                + ResultJson.hexadecimal(first.extent().digest()) + " and "
                + ResultJson.hexadecimal(second.extent().digest()));
        difference = null;
    }

    /**
     * Two runs that differ in something else.
     *
     * @param how in plain words, with the seed
     */
    public NotDeterministicException(String how) {
        super(how);
        difference = null;
    }

    /** The first event that differs, where it is known. */
    public Replay.@Nullable Different difference() {
        return difference;
    }
}
