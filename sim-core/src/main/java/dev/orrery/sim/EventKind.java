package dev.orrery.sim;

/** What an event of the queue is; its code is part of every digest. */
enum EventKind {
    MESSAGE(0, "a message"),
    TIMER(1, "a timer"),
    COMPLETION(2, "a disk operation's end");

    private final int code;
    final String words;

    EventKind(int code, String words) {
        this.code = code;
        this.words = words;
    }

    /** Kind, incarnation and node in one number: 4, 28 and 32 bits. */
    long head(int node, int incarnation) {
        return (long) code << 60 | (long) incarnation << 32 | node;
    }

    static EventKind of(long head) {
        return switch ((int) (head >>> 60)) {
            case 0 -> MESSAGE;
            case 1 -> TIMER;
            default -> COMPLETION;
        };
    }

    static int incarnationOf(long head) {
        return (int) (head >>> 32) & 0x0FFFFFFF;
    }

    static int nodeOf(long head) {
        return (int) head;
    }
}
