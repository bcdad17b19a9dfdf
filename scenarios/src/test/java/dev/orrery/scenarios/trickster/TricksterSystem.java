package dev.orrery.scenarios.trickster;

import dev.orrery.sim.check.Check;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.system.Client;
import dev.orrery.sim.system.Cluster;
import dev.orrery.sim.system.Option;
import dev.orrery.sim.system.Options;
import dev.orrery.sim.system.SystemProvider;
import java.util.List;

/** Its first server plays a trick when it is first asked, and answers nobody. */
public final class TricksterSystem implements SystemProvider {
    private static final Option<String> TRICK = Option.choice(
            "trick", "none", List.of("none", "throw", "assert", "recurse", "spin", "thread"), "What it does.");

    @Override
    public String name() {
        return "trickster";
    }

    @Override
    public String description() {
        return "Does what no system may.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(TRICK);
    }

    @Override
    public List<String> operations() {
        return List.of("read");
    }

    @Override
    public List<String> roles() {
        return List.of();
    }

    @Override
    public List<EventType> events() {
        return List.of();
    }

    @Override
    public List<Check> checks() {
        return List.of();
    }

    @Override
    public Cluster cluster(List<NodeId> servers, Options options) {
        return new Cluster() {
            @Override
            public Process server(Host host) {
                return new Trickster(host, options.get(TRICK));
            }

            @Override
            public Client client(Host host) {
                return (invocation, timeoutNanos, completion) -> {
                    host.send(servers.get(0), new Question());
                    host.after("give-up", timeoutNanos, () -> completion.fail("no answer"));
                };
            }
        };
    }
}
