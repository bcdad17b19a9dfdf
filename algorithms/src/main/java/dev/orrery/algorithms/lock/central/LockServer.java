package dev.orrery.algorithms.lock.central;

import dev.orrery.algorithms.lock.desk.Desk;
import dev.orrery.algorithms.lock.desk.Lease;
import dev.orrery.algorithms.lock.stable.StableNumber;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;

/**
 * Gives the lock to one client after the other, in the order in which they asked. It forgets in a crash who holds it, so
 * after one it waits until every lease that it may have given is over. Its tokens are the number of its boot, which is
 * stable, and a counter.
 */
final class LockServer implements Process, Desk.Lock {
    private static final int BOOT_SHIFT = 32;

    private final Host host;
    private final Lease lease;
    private final Desk desk;
    private long fence;

    LockServer(Host host, Lease lease) {
        this.host = host;
        this.lease = lease;
        desk = new Desk(host, lease, this);
    }

    @Override
    public void start() {
        host.role("recovering");
        StableNumber.countBoot(host, boot -> {
            fence = (boot - 1) << BOOT_SHIFT;
            if (boot == 1) {
                serve();
            } else {
                host.after("restart-delay", lease.nanos(), this::serve);
            }
        });
    }

    private void serve() {
        host.role("server");
        desk.open();
    }

    @Override
    public void receive(NodeId from, Message message) {
        desk.receive(from, message);
    }

    @Override
    public void seek() {
        desk.entered(++fence);
    }

    @Override
    public void leave() {}
}
