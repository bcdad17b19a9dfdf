package dev.orrery.algorithms.lock.redlock;

import dev.orrery.algorithms.lock.DistributedLock;
import dev.orrery.algorithms.lock.LockRules;
import dev.orrery.algorithms.lock.system.LockAlgorithm;
import dev.orrery.algorithms.lock.system.LockProvider;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.system.Option;
import dev.orrery.sim.system.Options;
import dev.orrery.sim.time.DurationRange;
import java.util.List;

/** The system {@code redlock}. */
public final class Redlock extends LockProvider {
    private static final Option<Long> TTL = Option.duration(
            "ttl",
            "10s",
            "How long a key lives in a store. Where it is no longer than a round trip and the drift nobody ever gets the"
                    + " lock.");
    private static final Option<Long> QUORUM = Option.count(
            "quorum",
            0,
            0,
            1000,
            "How many stores a client needs: more than half of them, and no more than there are; 0: a" + " majority.");
    private static final Option<Long> STORE_TIMEOUT =
            Option.duration("store-timeout", "50ms", "How long a client waits for a store; small beside the ttl.");
    private static final Option<DurationRange> RETRY_DELAY = Option.range(
            "retry-delay", "50ms..200ms", "How long a client waits before it tries again, drawn anew each time.");
    private static final Option<Boolean> PROLONG =
            Option.flag("prolong", false, "Whether a holder asks for more time when half of it is over.");
    private static final Option<Boolean> DURABLE = Option.flag(
            "durable",
            false,
            "Whether stores sync a key before they answer. One without durable keys stays silent for a ttl after a crash.");

    @Override
    public String name() {
        return "redlock";
    }

    @Override
    public String description() {
        return "Redlock as specified by Redis: a key with an expiry in each of N independent stores, held by whoever has set"
                + " a majority of them in less than it lives. No fencing tokens.";
    }

    @Override
    protected List<Option<?>> ownOptions() {
        return List.of(TTL, QUORUM, STORE_TIMEOUT, RETRY_DELAY, PROLONG, DURABLE);
    }

    @Override
    protected List<EventType> ownEvents() {
        return List.of();
    }

    @Override
    protected List<String> ownRoles() {
        return List.of("recovering", "store");
    }

    @Override
    protected LockAlgorithm algorithm(List<NodeId> stores, Options options, long retryNanos, LockRules rules) {
        int majority = stores.size() / 2 + 1;
        int quorum = options.get(QUORUM) == 0 ? majority : options.get(QUORUM).intValue();
        if (quorum < majority || quorum > stores.size()) {
            throw new IllegalArgumentException("a quorum of " + stores.size() + " stores is from " + majority + " to "
                    + stores.size() + ", not " + quorum);
        }
        RedlockConfig config = new RedlockConfig(
                options.get(TTL), quorum, options.get(STORE_TIMEOUT), options.get(RETRY_DELAY), options.get(PROLONG));
        boolean durable = options.get(DURABLE);
        return new LockAlgorithm() {
            @Override
            public Process server(Host host) {
                return new Store(host, durable, config.ttl(), rules);
            }

            @Override
            public DistributedLock lock(Host host) {
                return new RedlockClient(host, stores, config, rules);
            }
        };
    }
}
