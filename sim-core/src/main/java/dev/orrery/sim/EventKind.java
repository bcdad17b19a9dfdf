package dev.orrery.sim;

/** What an event of the queue is; its code is part of every digest. */
enum EventKind {
    /** A message arrives. */
    MESSAGE(0),
    /** A timer's time has come. */
    TIMER(1),
    /** A disk operation ends. */
    COMPLETION(2),
    /** A link has refused a message, of which its sender is told. */
    REFUSAL(3),
    /** A message arrives that is damaged beyond use. */
    DAMAGE(4),
    /** Something in the network, on no node's account. */
    LINK(5),
    /** A busy node comes to what waits for it. */
    WAKING(6);

    private static final EventKind[] ALL = values();

    /** Kind and node, without the incarnation. */
    static final long LINE_BITS = 0xF000_0000_FFFF_FFFFL;

    private final int code;

    EventKind(int code) {
        this.code = code;
    }

    /** Kind, incarnation and node in one number: 4, 28 and 32 bits. */
    long head(int node, int incarnation) {
        return (long) code << 60 | (long) incarnation << 32 | node;
    }

    static EventKind of(long head) {
        return ALL[(int) (head >>> 60)];
    }

    /** What happens, for error messages. */
    String describe(Object payload) {
        return switch (this) {
            case MESSAGE -> "message " + payload;
            case TIMER -> "timer " + ((HostTimer) payload).name;
            case COMPLETION -> "a disk operation's end";
            case REFUSAL -> "the refusal of " + ((Post.Refused) payload).message();
            case DAMAGE -> "a damaged message";
            case LINK -> "a link";
            case WAKING -> "what waited";
        };
    }

    static int incarnationOf(long head) {
        return (int) (head >>> 32) & 0x0FFFFFFF;
    }

    static int nodeOf(long head) {
        return (int) head;
    }
}
