package dev.orrery.sim.trace;

/** What an event of a trace is; the word is the one in the file. */
public enum TraceKind {
    /** A message leaves. */
    SEND(0, "send"),
    /** A message reaches its process. */
    RECV(1, "recv"),
    /** A message, or one copy of it, reaches nobody. */
    DROP(2, "drop"),
    /** The network made one more copy of a message. */
    DUP(3, "dup"),
    /** A timer was set. */
    TIMER_SET(4, "timer.set"),
    /** A timer fires. */
    TIMER_FIRE(5, "timer.fire"),
    /** An incarnation ends. */
    CRASH(6, "crash"),
    /** A node boots again. */
    RESTART(7, "restart"),
    /** A process reports its role, or a number of its state. */
    STATE(8, "state"),
    /** A client asks. */
    INVOKE(9, "op.invoke"),
    /** An operation was answered. */
    OK(10, "op.ok"),
    /** An operation certainly took no effect. */
    FAIL(11, "op.fail"),
    /** Nobody knows whether an operation takes effect. */
    INFO(12, "op.info"),
    /** A fault begins. */
    FAULT(13, "fault"),
    /** A fault ends. */
    HEAL(14, "heal"),
    /** A property does not hold. */
    VIOLATION(15, "violation"),
    /** Something worth a word. */
    NOTE(16, "note"),
    /** The run is over. */
    END(17, "end");

    private static final TraceKind[] BY_CODE = values();

    private final int code;
    private final String word;

    TraceKind(int code, String word) {
        this.code = code;
        this.word = word;
    }

    /** As the file has it. */
    public String word() {
        return word;
    }

    /** In memory: the place in the list above. */
    int code() {
        return code;
    }

    static TraceKind of(int code) {
        return BY_CODE[code];
    }
}
