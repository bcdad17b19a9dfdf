package dev.orrery.algorithms.statemachine;

import dev.orrery.sim.node.Message;

/** A client asks a server to have a command applied (dissertation Fig. 6.1, ClientRequest RPC). */
public record ClientRequest(Command command) implements Message {
    @Override
    public int size() {
        return 16 + command.size();
    }
}
