package dev.orrery.sim.fault;

import dev.orrery.sim.ProcessFactory;
import dev.orrery.sim.Scrutiny;
import dev.orrery.sim.Simulation;
import dev.orrery.sim.SimulationConfig;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.node.Reply;
import dev.orrery.sim.node.Response;
import dev.orrery.sim.node.Timer;
import dev.orrery.sim.random.Seed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A simulation with servers n1, n2, … and clients c1, c2, … that do a little of everything: they gossip, broadcast, ask,
 * write and sync, play roles in turn, and report it.
 */
final class Village {
    static final long MS = 1_000_000;
    static final long SECOND = 1_000 * MS;

    final Simulation simulation;
    final FaultInjector faults;
    /** What was heard, in order. */
    final List<Heard> log = new ArrayList<>();

    private final List<NodeId> servers = new ArrayList<>();
    private final List<Host> hosts = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    /** Somebody heard from somebody. */
    record Heard(long at, NodeId from, NodeId to) {}

    private record Gossip(int number, String text) implements Message {}

    /** With {@code count} servers and one client. */
    Village(long seed, int count, FaultPlan plan) {
        this(seed, count, plan, Scrutiny.DEFAULT);
    }

    /** With {@code count} servers and one client, and watched closely. */
    Village(long seed, int count, FaultPlan plan, Scrutiny scrutiny) {
        simulation = new Simulation(new Seed(seed), SimulationConfig.DEFAULT, scrutiny);
        faults = new FaultInjector(plan, simulation, this::join);
        for (int i = 1; i <= count; i++) {
            faults.server(join("n" + i, i % 2 == 1 ? "odd" : "even"));
        }
        faults.client(simulation.add("c1", villager()));
    }

    private NodeId join(String name, @Nullable String zone) {
        NodeId server = simulation.add(name, villager(), 0, 0, zone);
        servers.add(server);
        return server;
    }

    private ProcessFactory villager() {
        return Villager::new;
    }

    Village run(long until) {
        simulation.runUntil(until);
        return this;
    }

    NodeId node(String name) {
        return simulation.nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A node's time of day. */
    long wall(String name) {
        return hosts.stream()
                .filter(host -> host.self().name().equals(name))
                .findFirst()
                .orElseThrow()
                .clock()
                .wall();
    }

    /** The operator's commands that somebody acted on. */
    List<String> told() {
        return told;
    }

    /** How many messages were heard over a link in a stretch of time. */
    long heard(String from, String to, long begin, long end) {
        NodeId sender = node(from);
        NodeId receiver = node(to);
        return log.stream()
                .filter(heard -> heard.at >= begin && heard.at < end)
                .filter(heard -> heard.from.equals(sender) && heard.to.equals(receiver))
                .count();
    }

    private final class Villager implements Process {
        private final Host host;
        private final Timer gossip;
        private final Timer broadcast;
        private int said;

        Villager(Host host) {
            this.host = host;
            hosts.add(host);
            gossip = host.timer("gossip", this::gossip);
            broadcast = host.timer("broadcast", this::broadcast);
        }

        @Override
        public void start() {
            gossip.set(host.random().between(5 * MS, 30 * MS));
            broadcast.set(20 * MS);
            host.state("boots", host.disk().length("log"));
        }

        private void gossip() {
            NodeId peer = host.random().pick(servers);
            host.request(peer, new Gossip(said, "hello"), 30 * MS, new Response() {
                @Override
                public void answered(Message answer) {
                    host.state("answered", ++said);
                }

                @Override
                public void failed(Failure failure) {
                    host.note("unanswered", "number", said);
                }
            });
            host.disk().append("log", new byte[] {1, 2, 3, 4, 5}, error -> {});
            if (host.random().below(3) == 0) {
                host.disk().sync("log", error -> {});
            }
            gossip.set(host.random().between(5 * MS, 30 * MS));
        }

        private void broadcast() {
            servers.forEach(server -> host.send(server, new Gossip(said, "all")));
            host.role(host.random().below(4) == 0 ? "leader" : "follower");
            host.note("spoke", "number", said);
            broadcast.set(40 * MS);
        }

        @Override
        public void receive(NodeId from, Message message) {
            log.add(new Heard(simulation.now(), from, host.self()));
        }

        @Override
        public void receive(NodeId from, Message request, Reply reply) {
            receive(from, request);
            reply.with(request);
        }

        @Override
        public boolean operate(String command, NodeId subject) {
            boolean acts = host.random().below(2) == 0;
            if (acts) {
                told.add(command + " " + subject);
            }
            return acts;
        }
    }
}
