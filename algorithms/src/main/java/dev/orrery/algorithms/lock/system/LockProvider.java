package dev.orrery.algorithms.lock.system;

import dev.orrery.algorithms.lock.LockRules;
import dev.orrery.algorithms.lock.check.LockChecks;
import dev.orrery.algorithms.lock.mutant.LockMutants;
import dev.orrery.algorithms.lock.section.SectionClient;
import dev.orrery.algorithms.mutant.Mutants;
import dev.orrery.sim.check.Check;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.system.Cluster;
import dev.orrery.sim.system.Option;
import dev.orrery.sim.system.Options;
import dev.orrery.sim.system.SystemProvider;
import java.util.ArrayList;
import java.util.List;

/**
 * A lock as a system. The last of its nodes is the resource that the lock guards, the others run the algorithm; so it takes
 * two nodes at least.
 */
public abstract class LockProvider implements SystemProvider {
    private static final Option<Boolean> FENCING = Option.flag(
            "fencing",
            false,
            "Whether the resource refuses writes whose token is smaller than one it has seen. A lock without tokens gets"
                    + " them from the resource.");
    private static final Option<Boolean> REENTRANT =
            Option.flag("reentrant", false, "Whether whoever holds the lock may enter again.");
    private static final Option<Long> RETRY = Option.duration(
            "client-retry", "200ms", "How long a client waits for a server or the resource before it asks again.");
    private static final Option<String> MUTANT = Option.choice(
            "mutant",
            Mutants.NONE,
            LockMutants.ALL.codes(),
            "A bug planted on purpose, by its code, to see which check finds it. Each is in the locks that take the"
                    + " decision it gets wrong.");

    /** The options of one algorithm alone. */
    protected abstract List<Option<?>> ownOptions();

    /** What its servers note, beside what all locks' nodes do. */
    protected abstract List<EventType> ownEvents();

    /** What its servers report to be, beside {@code resource}. */
    protected abstract List<String> ownRoles();

    /** The algorithm in one run. */
    protected abstract LockAlgorithm algorithm(List<NodeId> servers, Options options, long retryNanos, LockRules rules);

    @Override
    public final List<Option<?>> options() {
        List<Option<?>> all = new ArrayList<>(ownOptions());
        all.addAll(List.of(FENCING, REENTRANT, RETRY, MUTANT));
        return all;
    }

    @Override
    public final List<String> operations() {
        return SectionClient.OPERATIONS;
    }

    @Override
    public final List<String> roles() {
        List<String> all = new ArrayList<>(ownRoles());
        all.addAll(List.of("resource", "idle", "waiting", "holder"));
        return all.stream().distinct().toList();
    }

    @Override
    public final List<EventType> events() {
        List<EventType> all = new ArrayList<>(ownEvents());
        all.addAll(List.of(
                new EventType("lock-acquired", "fence", "A client has got the lock, with this token; 0 for none."),
                new EventType("lock-released", "fence", "A client begins to give the lock back."),
                new EventType(
                        "lock-lost", "fence", "A client sees that its lease was over before it gave the lock back."),
                new EventType("write-refused", "fence", "The resource refuses a write, since it comes too late."),
                new EventType("lost-update", "fence", "The resource takes a write over what its writer has not seen."),
                new EventType("disk-failed", "", "A node's disk did not read or sync; the node tries again."),
                new EventType(
                        "log-damaged", "", "A node stays silent for good: what it had recorded is not all there.")));
        return all;
    }

    @Override
    public List<Check> checks() {
        return LockChecks.all();
    }

    @Override
    public final Cluster cluster(List<NodeId> servers, Options options) {
        if (servers.size() < 2) {
            throw new IllegalArgumentException(
                    name() + " needs two nodes at least: the last one is the resource that the lock guards");
        }
        LockRules rules = LockMutants.ALL.rules(options.get(MUTANT));
        long retry = options.get(RETRY);
        List<NodeId> locking = servers.subList(0, servers.size() - 1);
        return new LockCluster(
                algorithm(locking, options, retry, rules),
                servers.get(servers.size() - 1),
                options.get(FENCING),
                options.get(REENTRANT),
                retry,
                rules);
    }
}
