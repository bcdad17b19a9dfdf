package dev.orrery.reports.series;

/** Faults that look alike in a picture. */
public enum FaultFamily {
    /** Links that are cut. */
    CUT("cut links"),
    /** Links that are slow or lose, repeat or change what they carry. */
    NOISE("bad links"),
    /** Processes that stop, or are slow. */
    CRASH("crash or pause"),
    /** Clocks that are wrong. */
    CLOCK("clock"),
    /** Disks that break their promises. */
    DISK("disk"),
    /** Anything else, such as a change of the members. */
    OTHER("other");

    private final String words;

    FaultFamily(String words) {
        this.words = words;
    }

    /** What it is called in a legend. */
    public String words() {
        return words;
    }

    /**
     * The family of a fault.
     *
     * @param kind as a scenario names it; one that is not known is {@link #OTHER}
     */
    public static FaultFamily of(String kind) {
        if (kind.startsWith("clock-")) {
            return CLOCK;
        }
        if (kind.startsWith("disk-")) {
            return DISK;
        }
        return switch (kind) {
            case "partition", "clog" -> CUT;
            case "loss", "duplicate", "reorder", "corrupt", "delay", "bandwidth" -> NOISE;
            case "kill", "stop", "pause", "slow", "rolling" -> CRASH;
            default -> OTHER;
        };
    }
}
