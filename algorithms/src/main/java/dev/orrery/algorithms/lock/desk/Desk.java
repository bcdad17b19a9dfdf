package dev.orrery.algorithms.lock.desk;

import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Timer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The server's side: a line of clients, of which the first one has the lock sought for it, then holds it until it gives it
 * back or is not heard of for a lease.
 */
public final class Desk {
    private final Host host;
    private final Lease lease;
    private final Lock lock;
    private final Timer expiry;
    private final Map<Long, Ticket> line = new LinkedHashMap<>();
    private boolean open;
    /** Whether the lock is sought or held. */
    private boolean busy;

    private @Nullable Ticket holder;
    private long fence;

    /** Where the lock comes from. It answers {@link #seek} with {@link Desk#entered}, at once or later. */
    public interface Lock {
        /** Somebody wants it. */
        void seek();

        /** Nobody here holds it any more. */
        void leave();
    }

    private static final class Ticket {
        private final NodeId client;
        private final long request;
        private long pulse;
        private long until;

        Ticket(NodeId client, long request) {
            this.client = client;
            this.request = request;
        }
    }

    /** A desk that is closed. */
    public Desk(Host host, Lease lease, Lock lock) {
        this.host = host;
        this.lease = lease;
        this.lock = lock;
        expiry = host.timer("lease", this::expire);
    }

    /** Begins to serve. */
    public void open() {
        open = true;
        seek();
    }

    /** Serves nobody any more; who holds the lock learns of it when its lease is over. */
    public void close() {
        open = false;
        line.clear();
        holder = null;
        expiry.cancel();
    }

    /** Whether somebody here wants the lock or has it. */
    public boolean isBusy() {
        return busy;
    }

    /** Takes a client's message. */
    public void receive(NodeId from, Message message) {
        if (message instanceof AcquireLock acquire) {
            acquire(from, acquire);
        } else if (message instanceof KeepAlive alive) {
            keepAlive(from, alive);
        } else if (message instanceof ReleaseLock release) {
            host.send(from, new LockReleased(release.request()));
            drop(line.get(release.request()));
        }
    }

    private void acquire(NodeId from, AcquireLock acquire) {
        Ticket ticket = line.get(acquire.request());
        if (ticket == null) {
            if (!acquire.waits() && busy) {
                host.send(from, new LockBusy(acquire.request()));
                return;
            }
            ticket = new Ticket(from, acquire.request());
            line.put(ticket.request, ticket);
        }
        heardOf(ticket, acquire.pulse());
        if (ticket == holder) {
            grant(ticket);
        }
        seek();
    }

    private void keepAlive(NodeId from, KeepAlive alive) {
        Ticket ticket = line.get(alive.request());
        if (ticket != null) {
            heardOf(ticket, alive.pulse());
        }
        host.send(from, new KeptAlive(alive.request(), alive.pulse(), ticket != null && ticket == holder));
    }

    private void heardOf(Ticket ticket, long pulse) {
        if (pulse >= ticket.pulse) {
            ticket.pulse = pulse;
            ticket.until = host.clock().monotonic() + lease.nanos();
            if (!expiry.isSet()) {
                expiry.set(lease.nanos());
            }
        }
    }

    private void seek() {
        if (open && !busy && !line.isEmpty()) {
            busy = true;
            lock.seek();
        }
    }

    /**
     * The lock has come.
     *
     * @param token the fencing token, 0 for none
     */
    public void entered(long token) {
        Iterator<Ticket> first = line.values().iterator();
        if (!first.hasNext()) {
            leave();
            return;
        }
        fence = token;
        Ticket ticket = first.next();
        holder = ticket;
        grant(ticket);
    }

    private void grant(Ticket ticket) {
        host.send(ticket.client, new LockGranted(ticket.request, fence, ticket.pulse));
    }

    private void drop(@Nullable Ticket ticket) {
        if (ticket == null) {
            return;
        }
        line.remove(ticket.request);
        if (ticket == holder) {
            holder = null;
            leave();
        }
    }

    private void leave() {
        busy = false;
        lock.leave();
        seek();
    }

    private void expire() {
        long now = host.clock().monotonic();
        long next = Long.MAX_VALUE;
        for (Ticket ticket : line.values().toArray(new Ticket[0])) {
            if (ticket.until <= now) {
                host.note("lease-expired");
                drop(ticket);
            } else {
                next = Math.min(next, ticket.until);
            }
        }
        if (next != Long.MAX_VALUE) {
            expiry.set(next - now);
        }
    }
}
