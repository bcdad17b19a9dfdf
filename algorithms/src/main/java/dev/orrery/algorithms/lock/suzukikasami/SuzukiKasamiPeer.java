package dev.orrery.algorithms.lock.suzukikasami;

import dev.orrery.algorithms.lock.LockRules;
import dev.orrery.algorithms.lock.desk.Lease;
import dev.orrery.algorithms.lock.peer.Peer;
import dev.orrery.algorithms.lock.stable.StableNumber;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A peer with RN, and the token when it has it. Requests are numbered on over crashes, by the number of the boot; what it
 * has promised is stable. A peer that boots again waits for a lease before it takes part: until then its client may be
 * inside.
 */
final class SuzukiKasamiPeer extends Peer {
    private static final int BOOT_SHIFT = 32;
    private static final long ENTRIES = 1L << BOOT_SHIFT;

    private final List<NodeId> all;
    private final Lease lease;
    private final LockRules rules;
    private final long tokenTimeout;
    private final int self;
    private final StableNumber stablePromise;
    private final Timer suspicion;
    /** RN: of each peer the last request that is known. */
    private final long[] requested;
    /** Of this peer the last request that was served. */
    private long served;

    private boolean seeking;
    private @Nullable Token token;
    /** No token is taken that is older. */
    private long promised;
    /** The generation that this peer inquires about, 0 if none. */
    private long inquired;

    private final Map<NodeId, Promise> promises = new TreeMap<>();

    SuzukiKasamiPeer(Host host, List<NodeId> all, Lease lease, long tokenTimeout, LockRules rules) {
        super(host, all, lease);
        this.all = all;
        this.lease = lease;
        this.rules = rules;
        this.tokenTimeout = tokenTimeout;
        self = host.self().index();
        requested = new long[all.size()];
        stablePromise = new StableNumber(host, "promised");
        suspicion = host.timer("token-timeout", this::suspect);
    }

    @Override
    protected void booted(long boot) {
        requested[self] = (boot - 1) << BOOT_SHIFT;
        served = requested[self];
        stablePromise.open(earlier -> {
            promised = earlier;
            if (boot > 1) {
                host().after("restart-delay", lease.nanos(), this::run);
                return;
            }
            if (self == 0) {
                token = new Token(0, 0, all.stream().map(peer -> 0L).toList(), List.of());
            }
            run();
        });
    }

    @Override
    protected void request() {
        seeking = true;
        if (token != null) {
            enterWithToken();
            return;
        }
        requested[self]++;
        others().forEach(other -> host().send(other, new TokenRequest(requested[self])));
        suspicion.set(tokenTimeout);
    }

    private void enterWithToken() {
        Token held = token;
        if (held == null || !seeking || isInside()) {
            return;
        }
        suspicion.cancel();
        seeking = false;
        token = new Token(held.generation(), held.entries() + 1, held.served(), held.queue());
        enter(held.generation() * ENTRIES + held.entries() + 1);
    }

    @Override
    protected void exit() {
        served = requested[self];
        Token held = token;
        if (held != null) {
            List<Long> marks = new ArrayList<>(held.served());
            marks.set(self, served);
            pass(new Token(held.generation(), held.entries(), marks, withNewcomers(marks, held.queue())));
        }
    }

    /** The queue with those at its end whose requests are outstanding, from the next peer on around. */
    private List<Integer> withNewcomers(List<Long> marks, List<Integer> queue) {
        List<Integer> longer = new ArrayList<>(queue);
        for (int step = 1; step < all.size(); step++) {
            int peer = (self + step) % all.size();
            if (!longer.contains(peer) && requested[peer] > marks.get(peer)) {
                longer.add(peer);
            }
        }
        return longer;
    }

    /** Gives the token to the first in the queue, or keeps it if nobody is in it. */
    private void pass(Token next) {
        if (next.queue().isEmpty()) {
            token = next;
            return;
        }
        token = null;
        List<Integer> rest = next.queue().subList(1, next.queue().size());
        host().send(all.get(next.queue().get(0)), new Token(next.generation(), next.entries(), next.served(), rest));
    }

    @Override
    protected void peerSays(NodeId from, Message message) {
        if (message instanceof TokenRequest request) {
            asked(from, request.sequence());
        } else if (message instanceof Token came) {
            came(came);
        } else if (message instanceof Inquiry inquiry) {
            asked(from, inquiry.sequence());
            inquiredBy(from, inquiry);
        } else if (message instanceof Promise promise) {
            promisedBy(from, promise);
        }
    }

    private void asked(NodeId from, long sequence) {
        int peer = from.index();
        requested[peer] = Math.max(requested[peer], sequence);
        Token held = token;
        if (held != null && !isInside() && !seeking) {
            pass(new Token(
                    held.generation(), held.entries(), held.served(), withNewcomers(held.served(), held.queue())));
        }
    }

    /** A copy that the network made of a token that was here before is older than what has come since, or is still here. */
    private void came(Token came) {
        if (came.generation() < promised || token != null || isStale(came)) {
            host().note("token-refused", "generation", came.generation());
            return;
        }
        token = came;
        for (int peer = 0; peer < requested.length; peer++) {
            requested[peer] = Math.max(requested[peer], came.served().get(peer));
        }
        if (seeking) {
            enterWithToken();
        } else {
            exit();
        }
    }

    /** It brings nothing for the request of this peer: that was served already, by this very token. */
    private boolean isStale(Token came) {
        return !seeking
                || came.served().get(self) >= requested[self]
                || came.served().get(self) < served;
    }

    /** The token has not come for long: is it lost. */
    private void suspect() {
        if (token != null || !seeking) {
            return;
        }
        inquired = nextGeneration();
        promises.clear();
        host().note("token-missed", "generation", inquired);
        promise(inquired, () -> {
            others().forEach(other -> host().send(other, new Inquiry(inquired, requested[self])));
            regenerateIfPromised();
        });
        suspicion.set(tokenTimeout);
    }

    /** Greater than all that this peer has promised, and no other peer's. */
    private long nextGeneration() {
        return (promised / all.size() + 1) * all.size() + self;
    }

    private void promise(long generation, Runnable then) {
        promised = generation;
        stablePromise.set(generation, then);
    }

    private void inquiredBy(NodeId from, Inquiry inquiry) {
        if (token == null && inquiry.generation() > promised) {
            promise(
                    inquiry.generation(),
                    () -> host().send(from, new Promise(inquiry.generation(), requested[self], served)));
        }
    }

    private void promisedBy(NodeId from, Promise promise) {
        if (promise.generation() == inquired) {
            promises.put(from, promise);
            regenerateIfPromised();
        }
    }

    private void regenerateIfPromised() {
        if (token != null || !seeking || promised != inquired) {
            return;
        }
        if (rules.mayRegenerate(promises.size(), others().size())) {
            List<Long> marks = new ArrayList<>();
            for (NodeId peer : all) {
                Promise known = promises.get(peer);
                marks.add(known == null ? served : known.served());
                if (known != null) {
                    requested[peer.index()] = Math.max(requested[peer.index()], known.sequence());
                }
            }
            token = new Token(inquired, 0, marks, List.of());
            host().note("token-regenerated", "generation", inquired);
            enterWithToken();
        }
    }
}
