package dev.orrery.sim.node;

/**
 * A deterministic state machine that a node runs, built anew for each boot.
 *
 * <p>What a process forgets in a crash is what it keeps in fields; what it remembers is what it synced to its disk.
 * Handlers run to their end one at a time and never block. What a handler does depends on nothing but the process's
 * fields, the handler's arguments and what the {@link Host} answers: the same sequence of calls gives the same sequence
 * of effects.
 */
// The field's word. Nothing in a simulation starts a java.lang.Process, so the two never meet.
@SuppressWarnings("JavaLangClash")
public interface Process {
    /** The node has booted: recover from disk, set timers, greet the peers. */
    void start();

    /**
     * A message has arrived.
     *
     * @param from who sent it
     * @param message what was sent
     */
    void receive(NodeId from, Message message);

    /**
     * A request has arrived and its sender waits for an answer. By default it is an ordinary message.
     *
     * @param from who asks
     * @param request what is asked
     * @param reply answers, now or later, from any handler of this incarnation; the first answer counts
     */
    default void receive(NodeId from, Message request, Reply reply) {
        receive(from, request);
    }

    /**
     * A link refused a message at once (a block of the form {@code reject}); a black hole never tells.
     *
     * @param to whom it did not reach
     * @param message what was refused
     */
    default void refused(NodeId to, Message message) {}

    /** The node is about to stop cleanly. What is written here is synced by the node itself before it goes down. */
    default void stop() {}

    /**
     * An operator's command reaches this node, such as {@code transfer-leadership}.
     *
     * @param command the command's name as in the scenario language
     * @param subject the node it is about, or the node itself
     * @return whether this process knows the command and acts on it
     */
    default boolean operate(String command, NodeId subject) {
        return false;
    }
}
