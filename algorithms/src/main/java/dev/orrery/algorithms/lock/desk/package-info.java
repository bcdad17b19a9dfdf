/**
 * A desk at which clients ask for a lock, stand in line, keep their lease alive and give the lock back: what a central lock
 * server and the peers of the distributed algorithms have in common, and the client's end of it.
 *
 * <p>Leases are counted from messages that were answered, as etcd and Chubby count them: a client from when it sent its last
 * sign of life that the desk has seen, the desk from when it came. So a client's lease is over before the desk's is, while
 * their clocks drift apart by less than the bound.
 */
@NullMarked
package dev.orrery.algorithms.lock.desk;

import org.jspecify.annotations.NullMarked;
