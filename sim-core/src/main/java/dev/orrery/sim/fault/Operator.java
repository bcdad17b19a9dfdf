package dev.orrery.sim.fault;

import dev.orrery.sim.node.NodeId;
import java.util.ArrayList;
import java.util.List;

/** Gives the system commands about its membership, again and again until a server acts on them. */
final class Operator {
    private static final String LEADER = "leader";
    private static final long PATIENCE = 250_000_000;
    private static final int ATTEMPTS = 40;

    private final Stage stage;
    private final List<String> unheard = new ArrayList<>();

    Operator(Stage stage) {
        this.stage = stage;
    }

    /** Gives a command now, and at times later if nobody acts on it. */
    void command(String command, NodeId subject, int fault) {
        command(command, subject, fault, ATTEMPTS);
    }

    private void command(String command, NodeId subject, int fault, int attempts) {
        if (stage.isHealed() || isHeard(command, subject)) {
            return;
        }
        if (attempts == 1) {
            unheard.add("f" + fault + ": no server acted on " + command + " " + subject);
            return;
        }
        stage.agenda.goOn(
                fault, stage.simulation.now() + PATIENCE, () -> command(command, subject, fault, attempts - 1));
    }

    private boolean isHeard(String command, NodeId subject) {
        List<NodeId> servers = new ArrayList<>(stage.roster.servers());
        servers.sort((one, other) -> Boolean.compare(leads(other), leads(one)));
        return servers.stream().anyMatch(server -> stage.simulation.operate(server, command, subject));
    }

    private boolean leads(NodeId server) {
        return stage.simulation.role(server).equals(LEADER);
    }

    /** The commands that nobody acted on, in plain words. */
    List<String> unheard() {
        return unheard;
    }
}
