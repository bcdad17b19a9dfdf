package dev.orrery.algorithms.lock.suzukikasami;

import dev.orrery.algorithms.lock.LockRules;
import dev.orrery.algorithms.lock.desk.Lease;
import dev.orrery.algorithms.lock.peer.PeerLock;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.system.Option;
import dev.orrery.sim.system.Options;
import java.util.ArrayList;
import java.util.List;

/** The system {@code suzuki-kasami-lock}. */
public final class SuzukiKasamiLock extends PeerLock {
    private static final Option<Long> TOKEN_TIMEOUT = Option.duration(
            "token-timeout",
            "5s",
            "How long a peer waits for the token before it asks all whether it is lost. It is made anew when all have"
                    + " promised to refuse the old one.");

    @Override
    public String name() {
        return "suzuki-kasami-lock";
    }

    @Override
    public String description() {
        return "Suzuki and Kasami 1985: who has the token enters, who has not asks all for it. 0 or N messages an entry for N"
                + " peers. A token that was lost is made anew when every peer has promised to refuse the old one. Clients ask"
                + " the peer with their number.";
    }

    @Override
    protected List<Option<?>> peerOptions() {
        return List.of(TOKEN_TIMEOUT);
    }

    @Override
    protected List<EventType> ownEvents() {
        List<EventType> events = new ArrayList<>(super.ownEvents());
        events.add(new EventType("token-missed", "generation", "A peer asks all whether the token is lost."));
        events.add(
                new EventType("token-refused", "generation", "A peer refuses a token that is older than its promise."));
        events.add(new EventType("token-regenerated", "generation", "A peer makes the token anew."));
        return events;
    }

    @Override
    protected Process peer(Host host, List<NodeId> peers, Lease lease, Options options, LockRules rules) {
        return new SuzukiKasamiPeer(host, peers, lease, options.get(TOKEN_TIMEOUT), rules);
    }
}
