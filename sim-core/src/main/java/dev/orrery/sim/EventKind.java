package dev.orrery.sim;

/** What an event of the queue is; its code is part of every digest. */
enum EventKind {
    MESSAGE(0),
    TIMER(1),
    COMPLETION(2);

    private final int code;

    EventKind(int code) {
        this.code = code;
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

    /** What happens, for error messages. */
    String describe(Object payload) {
        return switch (this) {
            case MESSAGE -> "message " + payload;
            case TIMER -> "timer " + ((HostTimer) payload).name;
            case COMPLETION -> "a disk operation's end";
        };
    }

    static int incarnationOf(long head) {
        return (int) (head >>> 32) & 0x0FFFFFFF;
    }

    static int nodeOf(long head) {
        return (int) head;
    }
}
