package dev.orrery.scenarios.witness;

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

/** Describes the witnesses to scenarios. */
public final class WitnessSystem implements SystemProvider {
    @Override
    public String name() {
        return "witness";
    }

    @Override
    public String description() {
        return "Servers that see whatever their clocks and disks do, and clients that nobody answers.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of();
    }

    @Override
    public List<String> operations() {
        return List.of("read", "write", "cas", "delete");
    }

    @Override
    public List<String> roles() {
        return List.of("leader", "follower");
    }

    @Override
    public List<EventType> events() {
        return List.of(new EventType("told", "", "A command has reached the server it is about."));
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
                return new Witness(host);
            }

            @Override
            public Client client(Host host) {
                return (invocation, timeoutNanos, completion) -> completion.fail("a witness answers nobody");
            }
        };
    }
}
