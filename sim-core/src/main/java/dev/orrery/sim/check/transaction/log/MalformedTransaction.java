package dev.orrery.sim.check.transaction.log;

/** An operation is no transaction, or none of the kind that a history was said to be about. */
public final class MalformedTransaction extends Exception {
    private static final long serialVersionUID = 1;

    private final int operation;

    /**
     * @param operation the index of the operation in its history
     * @param what what it has where something else is expected, to be read after its name
     */
    public MalformedTransaction(int operation, String what) {
        super("operation " + operation + " " + what);
        this.operation = operation;
    }

    /** The index of the operation in its history. */
    public int operation() {
        return operation;
    }
}
