package dev.orrery.sim.node;

/**
 * What one process sends to another.
 *
 * <p>A message is an immutable record of primitives, strings, enums, byte arrays that nobody writes to, {@link NodeId}s,
 * other such records, and lists of these. That is what lets the trace print it, the network corrupt it, and the checking
 * mode prove that nobody changed it after it was sent.
 */
public interface Message {
    /**
     * How many bytes it would take on the wire; read only by links of limited bandwidth.
     *
     * @return at least 1
     */
    default int size() {
        return 128;
    }
}
