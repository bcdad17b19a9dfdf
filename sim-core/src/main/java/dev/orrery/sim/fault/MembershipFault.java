package dev.orrery.sim.fault;

import static dev.orrery.sim.fault.Parameters.notNegative;
import static dev.orrery.sim.fault.Parameters.require;

import org.jspecify.annotations.Nullable;

/**
 * What an operator does to the membership while the run goes on. Each is a command to the system: it is given to the
 * servers one after the other, those with the role {@code leader} first, until one of them acts on it.
 */
public sealed interface MembershipFault extends Fault {

    @Override
    default boolean lasts() {
        return false;
    }

    /**
     * Starts a new server and asks the system to take it in.
     *
     * @param name of the new node; null: the first free one of {@code n1}, {@code n2}, …
     * @param zone where it stands; null: in none
     */
    record AddNode(@Nullable String name, @Nullable String zone) implements MembershipFault {
        /** Checks the name. */
        public AddNode {
            checkName(name);
        }

        @Override
        public String kind() {
            return "add-node";
        }

        /** Nobody: it aims at a node that is not there yet. */
        @Override
        public Target target() {
            return Target.all();
        }

        @Override
        public AddNode aimedAt(Target other) {
            return this;
        }
    }

    /**
     * Asks the system to let servers go, and takes their machines away later, for good.
     *
     * @param target by default one server
     * @param leaveAfter how long the machine still runs after the command, in nanoseconds; at least 0, by default 2s
     */
    record RemoveNode(Target target, long leaveAfter) implements MembershipFault {
        /** How long a machine still runs unless said otherwise. */
        public static final long LEAVE_AFTER = 2_000_000_000L;

        /** Checks the time. */
        public RemoveNode {
            notNegative("the time until a node leaves", leaveAfter);
        }

        @Override
        public String kind() {
            return "remove-node";
        }

        @Override
        public RemoveNode aimedAt(Target other) {
            return new RemoveNode(other, leaveAfter);
        }
    }

    /**
     * Kills a server for good, starts a new one, and asks the system to take the new one in and to let the old one go.
     *
     * @param target by default one server; of several, the first
     * @param name of the new node; null: the first free one of {@code n1}, {@code n2}, …
     */
    record ReplaceNode(Target target, @Nullable String name) implements MembershipFault {
        /** Checks the name. */
        public ReplaceNode {
            checkName(name);
        }

        @Override
        public String kind() {
            return "replace-node";
        }

        @Override
        public ReplaceNode aimedAt(Target other) {
            return new ReplaceNode(other, name);
        }
    }

    /**
     * Asks the system to make another server its leader.
     *
     * @param target who shall lead; by default one server; of several, the first
     */
    record TransferLeadership(Target target) implements MembershipFault {
        @Override
        public String kind() {
            return "transfer-leadership";
        }

        @Override
        public TransferLeadership aimedAt(Target other) {
            return new TransferLeadership(other);
        }
    }

    private static void checkName(@Nullable String name) {
        require(name == null || !name.isBlank(), "a node's name is not empty");
    }
}
