package dev.orrery.scenarios.brittle;

import dev.orrery.sim.check.Check;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.node.Response;
import dev.orrery.sim.system.Client;
import dev.orrery.sim.system.Cluster;
import dev.orrery.sim.system.Completion;
import dev.orrery.sim.system.Invocation;
import dev.orrery.sim.system.Option;
import dev.orrery.sim.system.Options;
import dev.orrery.sim.system.SystemProvider;
import java.util.List;

/** Breaks as it is told to. */
public final class BrittleSystem implements SystemProvider {
    private static final Option<String> FLAW = Option.choice(
            "flaw",
            "none",
            List.of("none", "all-of-it", "overtaking", "at-the-end", "always", "throw", "silent"),
            "What it takes to break it.");

    private static final Option<String> ADDITION =
            Option.choice("addition", "none", List.of("none", "note", "metric", "message"), "What it does besides.");

    @Override
    public String name() {
        return "brittle";
    }

    @Override
    public String description() {
        return "Breaks as it is told to.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(FLAW, ADDITION);
    }

    @Override
    public List<String> operations() {
        return List.of("read");
    }

    @Override
    public List<String> roles() {
        return List.of("keeper", "spare");
    }

    @Override
    public List<EventType> events() {
        return List.of(new EventType("asked", "", "The keeper was asked."));
    }

    @Override
    public List<Check> checks() {
        return List.of(new Check.OnNodes("unbroken", "Nothing is broken.", Unbroken::new));
    }

    @Override
    public Cluster cluster(List<NodeId> servers, Options options) {
        return new Cluster() {
            @Override
            public Process server(Host host) {
                return new Server(host, servers, options.get(FLAW), options.get(ADDITION));
            }

            @Override
            public Client client(Host host) {
                return new Asker(host, servers.get(0));
            }
        };
    }

    /** Asks the keeper, each time with a message ahead. */
    private static final class Asker implements Client {
        private final Host host;
        private final NodeId keeper;
        private long number;

        Asker(Host host, NodeId keeper) {
            this.host = host;
            this.keeper = keeper;
        }

        @Override
        public void invoke(Invocation invocation, long timeoutNanos, Completion completion) {
            host.send(keeper, new Ahead(number));
            host.request(keeper, new Ask(number++), timeoutNanos, new Response() {
                @Override
                public void answered(Message answer) {
                    completion.ok(null);
                }

                @Override
                public void failed(Failure failure) {
                    completion.info("no answer");
                }
            });
        }
    }
}
