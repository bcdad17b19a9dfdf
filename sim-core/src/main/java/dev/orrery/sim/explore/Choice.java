package dev.orrery.sim.explore;

/** What can happen next, as one number: its kind, and the message, node or timer that it is about. */
final class Choice {
    private static final int SUBJECT_BITS = 28;
    private static final int ALARM_BITS = 20;

    /** What kinds there are. */
    enum Kind {
        /** A message comes. */
        DELIVER(0),
        /** A message comes, and will come once more. */
        DUPLICATE(1),
        /** A message is lost. */
        DROP(2),
        /** A timer fires. */
        FIRE(3),
        /** A node crashes, and boots. */
        CRASH(4);

        private static final Kind[] ALL = values();
        private final int code;

        Kind(int code) {
            this.code = code;
        }
    }

    private Choice() {}

    static int of(Kind kind, int subject) {
        return kind.code << SUBJECT_BITS | subject;
    }

    static int fire(int node, int alarm) {
        return of(Kind.FIRE, node << ALARM_BITS | alarm);
    }

    static Kind kind(int choice) {
        return Kind.ALL[choice >>> SUBJECT_BITS];
    }

    /** The number of the message, or the index of the node that crashes. */
    static int subject(int choice) {
        return choice & ((1 << SUBJECT_BITS) - 1);
    }

    /** Whose timer fires. */
    static int node(int choice) {
        return subject(choice) >> ALARM_BITS;
    }

    /** Which of its timers. */
    static int alarm(int choice) {
        return choice & ((1 << ALARM_BITS) - 1);
    }
}
