package dev.orrery.scenarios.brittle;

import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.node.Reply;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers, counts who asked, and breaks. */
final class Server implements Process {
    private static final int MOST_ASKS = 5;

    final String flaw;
    final Map<String, Integer> asks = new TreeMap<>();
    boolean overtaken;
    private final Host host;
    private final List<NodeId> servers;
    private final String addition;
    private final Map<String, Long> ahead = new TreeMap<>();

    Server(Host host, List<NodeId> servers, String flaw, String addition) {
        this.host = host;
        this.servers = servers;
        this.flaw = flaw;
        this.addition = addition;
    }

    @Override
    public void start() {
        host.role(host.self().equals(servers.get(0)) ? "keeper" : "spare");
    }

    @Override
    public void receive(NodeId from, Message message) {
        if (message instanceof Ahead next) {
            ahead.put(from.name(), next.number());
        }
    }

    @Override
    public void receive(NodeId from, Message request, Reply reply) {
        add();
        Ask ask = (Ask) request;
        overtaken |= ahead.getOrDefault(from.name(), -1L) < ask.number();
        int count = asks.merge(from.name(), 1, Integer::sum);
        if (flaw.equals("throw") && count == MOST_ASKS) {
            throw new IllegalStateException("asked too often by " + from);
        }
        if (!flaw.equals("silent")) {
            reply.with(new Answer());
        }
    }

    /** What a later version might do that has nothing to do with the flaw. */
    private void add() {
        switch (addition) {
            case "note" -> host.note("asked");
            case "metric" -> host.metrics().counter("asked", host.self().name()).add(1);
            case "message" -> host.send(servers.get(servers.size() - 1), new Chatter());
            default -> {}
        }
    }
}
