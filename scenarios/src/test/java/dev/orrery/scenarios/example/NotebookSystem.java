package dev.orrery.scenarios.example;

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

/** Describes the notebook to scenarios. */
public final class NotebookSystem implements SystemProvider {
    private static final Option<Boolean> DURABLE =
            Option.flag("durable", true, "Whether a page is on the disk before its writing is answered.");

    @Override
    public String name() {
        return "notebook";
    }

    @Override
    public String description() {
        return "One server keeps a notebook, and clients write and read its pages.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(DURABLE);
    }

    @Override
    public List<String> operations() {
        return List.of("read", "write");
    }

    @Override
    public List<String> roles() {
        return List.of("keeper", "spare");
    }

    @Override
    public List<EventType> events() {
        return List.of(new EventType("opened", "pages", "The keeper has read its disk, and begins to answer."));
    }

    @Override
    public List<Check> checks() {
        return List.of(new Check.OnNodes(
                "no-page-lost",
                "A page that was written is in the notebook of every later keeper. A violation means that the keeper"
                        + " promised what it could not keep.",
                NoPageLost::new));
    }

    @Override
    public Cluster cluster(List<NodeId> servers, Options options) {
        NodeId keeper = servers.get(0);
        return new Cluster() {
            @Override
            public Process server(Host host) {
                return host.self().equals(keeper) ? new Keeper(host, options.get(DURABLE)) : new Spare(host);
            }

            @Override
            public Client client(Host host) {
                return new Reader(host, keeper);
            }
        };
    }
}
