package dev.orrery.algorithms.lock.resource;

import dev.orrery.algorithms.lock.DistributedLock;
import dev.orrery.algorithms.lock.LockRules;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.node.Reply;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A counter that is read at the beginning of a section and written at its end. Without fencing it takes every write. With
 * fencing it refuses what comes with a smaller token than the greatest it has seen (Kleppmann 2016, Making the lock safe
 * with fencing); a lock that has no tokens gets them here, one more with each read.
 *
 * <p>It keeps nothing in a crash: its counter begins anew, and it refuses what was read before.
 */
public final class Resource implements Process {
    private final Host host;
    private final boolean fencing;
    private final LockRules rules;
    private final long life;
    private final Set<Long> written = new TreeSet<>();
    private long value;
    private long tickets;
    private long highest;
    private long writes;
    private long refused;
    private @Nullable String lostUpdate;

    /**
     * A resource.
     *
     * @param fencing whether tokens are compared
     */
    public Resource(Host host, boolean fencing, LockRules rules) {
        this.host = host;
        this.fencing = fencing;
        this.rules = rules;
        life = host.random().next();
    }

    @Override
    public void start() {
        host.role("resource");
    }

    @Override
    public void receive(NodeId from, Message message) {}

    @Override
    public void receive(NodeId from, Message request, Reply reply) {
        if (request instanceof ReadCounter read) {
            reply.with(read(read));
        } else if (request instanceof WriteCounter write) {
            reply.with(new CounterWritten(write(from, write)));
        }
    }

    private CounterValue read(ReadCounter read) {
        if (!fencing) {
            return new CounterValue(true, life, value, read.fence());
        }
        long fence = read.fence() == DistributedLock.NO_FENCE ? ++tickets : read.fence();
        boolean accepted = rules.acceptsFence(fence, highest);
        highest = Math.max(highest, fence);
        return new CounterValue(accepted, life, value, fence);
    }

    private boolean write(NodeId from, WriteCounter write) {
        if (written.contains(write.section())) {
            return true;
        }
        if (write.life() != life || (fencing && !rules.acceptsFence(write.fence(), highest))) {
            refused++;
            host.note("write-refused", "fence", write.fence());
            return false;
        }
        if (write.basedOn() != value && lostUpdate == null) {
            lostUpdate = from + " wrote " + write.value() + " upon " + write.basedOn() + ", which it had read, over "
                    + value + ", which it had not" + (write.fence() == 0 ? "" : " (fence " + write.fence() + ")");
            host.note("lost-update", "fence", write.fence());
        }
        written.add(write.section());
        highest = Math.max(highest, fencing ? write.fence() : 0);
        value = write.value();
        writes++;
        host.state("counter", value);
        return true;
    }

    /** How many writes it took. */
    public long writes() {
        return writes;
    }

    /** How many writes it refused. */
    public long refused() {
        return refused;
    }

    /** The first write over something that its writer had not seen, in words, or null. */
    public @Nullable String lostUpdate() {
        return lostUpdate;
    }
}
