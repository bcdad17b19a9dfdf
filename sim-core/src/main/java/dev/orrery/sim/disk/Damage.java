package dev.orrery.sim.disk;

/**
 * Records of a {@link WriteAheadLog} that were durable and are not readable any more.
 *
 * @param file the log
 * @param offset the first damaged byte or a little before it: where the first missing record begins
 * @param firstMissing the sequence of the first record that is missing
 * @param lastSynced the highest sequence that is known to have been durable, at least {@code firstMissing}
 */
public record Damage(String file, long offset, long firstMissing, long lastSynced) {
    /** The damage in words. */
    @Override
    public String toString() {
        return file + " is damaged at byte " + offset + ": record " + firstMissing
                + " cannot be read, and records up to " + lastSynced + " had been synced";
    }
}
