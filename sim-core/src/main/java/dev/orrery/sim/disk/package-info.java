/**
 * Disks as they are: bytes in files, a cache that lies between a write and the platter, and every way in which a disk
 * breaks its promise. What survives a kill is what was synced; what was not is kept, lost or torn, write by write.
 *
 * <p>The faults follow Ganesan et al., <i>Redundancy Does Not Imply Fault Tolerance</i> (FAST 2017), and Rebello et al.,
 * <i>Can Applications Recover from fsync Failures?</i> (ATC 2020); what survives a kill follows Pillai et al., <i>All
 * File Systems Are Not Created Equal</i> (OSDI 2014). The write-ahead log on top is what the algorithms persist through;
 * it tells a crash from a corruption as Alagappan et al., <i>Protocol-Aware Recovery for
 * Consensus-Based Storage</i> (FAST 2018), do.
 */
@NullMarked
package dev.orrery.sim.disk;

import org.jspecify.annotations.NullMarked;
