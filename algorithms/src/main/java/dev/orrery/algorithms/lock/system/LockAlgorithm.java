package dev.orrery.algorithms.lock.system;

import dev.orrery.algorithms.lock.DistributedLock;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Process;

/** An algorithm in one run: makes its servers and its clients' ends. */
public interface LockAlgorithm {

    /** A server's process; asked anew at each boot. */
    Process server(Host host);

    /** A client's end of the lock; asked anew at each boot. */
    DistributedLock lock(Host host);
}
