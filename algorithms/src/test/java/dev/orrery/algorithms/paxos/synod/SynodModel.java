package dev.orrery.algorithms.paxos.synod;

import dev.orrery.sim.ProcessFactory;
import dev.orrery.sim.check.Check;
import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.explore.AskingClient;
import dev.orrery.sim.explore.Model;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.system.Cluster;
import dev.orrery.sim.system.Invocation;
import dev.orrery.sim.system.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The Synod with one client for each proposer, each of whom proposes one value. */
final class SynodModel {
    private SynodModel() {}

    static Model of(int proposers, int acceptors, String mutant, String... checks) {
        List<NodeId> nodes = new ArrayList<>();
        for (int i = 0; i < proposers + acceptors; i++) {
            nodes.add(new NodeId(i, "n" + (i + 1)));
        }
        List<NodeId> servers = List.copyOf(nodes);
        PaxosSynod synod = new PaxosSynod();
        Options options =
                Options.of(synod.options(), Map.of("proposers", Integer.toString(proposers), "mutant", mutant));
        for (int i = 0; i < proposers; i++) {
            nodes.add(new NodeId(nodes.size(), "c" + (i + 1)));
        }
        List<Supplier<Invariant>> invariants = new ArrayList<>();
        for (Check check : synod.checks()) {
            if (check instanceof Check.OnNodes onNodes
                    && (checks.length == 0 || List.of(checks).contains(check.name()))) {
                invariants.add(onNodes.make());
            }
        }
        return new Model(
                nodes,
                servers.size(),
                () -> factories(synod.cluster(servers, options), servers.size(), proposers),
                invariants,
                synod.cluster(servers, options).alike());
    }

    private static List<ProcessFactory> factories(Cluster cluster, int servers, int clients) {
        List<ProcessFactory> factories = new ArrayList<>();
        for (int i = 0; i < servers; i++) {
            factories.add(cluster::server);
        }
        for (int i = 0; i < clients; i++) {
            Invocation question = new Invocation(Consensus.PROPOSE, null, (long) i + 1);
            // c1 asks n1, and so on: a client's target follows from its index.
            factories.add(host -> AskingClient.of(cluster.client(host), List.of(question)));
        }
        return factories;
    }
}
