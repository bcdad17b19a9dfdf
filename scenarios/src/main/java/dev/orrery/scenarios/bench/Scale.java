package dev.orrery.scenarios.bench;

/** What the figures of a contest count. */
enum Scale {
    /** Events a second: many of them make a round. */
    EVENTS_A_SECOND("events/s", 1_000) {
        @Override
        double figure(double aSecond) {
            return aSecond;
        }
    },
    /** States a second that a search meets. */
    STATES_A_SECOND("states/s", 1_000) {
        @Override
        double figure(double aSecond) {
            return aSecond;
        }
    },
    /** Milliseconds for one history: some take longer than a round. */
    MILLISECONDS("ms", 1) {
        @Override
        double figure(double aSecond) {
            return 1_000 / aSecond;
        }
    };

    private final String unit;
    private final long firstPiece;

    Scale(String unit, long firstPiece) {
        this.unit = unit;
        this.firstPiece = firstPiece;
    }

    String unit() {
        return unit;
    }

    /** How much is done at first, before it is known how much fills a round. */
    long firstPiece() {
        return firstPiece;
    }

    /** The figure that is told. */
    abstract double figure(double aSecond);
}
