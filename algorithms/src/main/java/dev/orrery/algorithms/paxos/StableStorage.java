package dev.orrery.algorithms.paxos;

import dev.orrery.sim.disk.Damage;
import dev.orrery.sim.disk.DiskError;
import dev.orrery.sim.disk.Recovery;
import dev.orrery.sim.disk.WriteAheadLog;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Timer;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent must not forget: records in a write-ahead log, of which the last one counts. While a disk fails nothing that
 * waits for it is done; what was asked for is asked for again every 50 ms.
 */
final class StableStorage {
    private static final long RETRY_NANOS = 50_000_000;

    private final Host host;
    private final String file;
    private final Listener listener;
    private final Timer retry;
    private @Nullable WriteAheadLog log;
    /** What waits for a disk that failed, in the order in which it was asked for. */
    private final ArrayDeque<Runnable> behind = new ArrayDeque<>();

    private boolean retrying;

    /** Told once whether the agent may take part. */
    interface Listener {
        /**
         * What was recorded before is known.
         *
         * @param last the last record, or null if there is none
         */
        void recovered(byte @Nullable [] last);

        /** What was recorded is not all there, so the agent does not know what it promised. */
        void damaged();
    }

    StableStorage(Host host, String file, Listener listener) {
        this.host = host;
        this.file = file;
        this.listener = listener;
        retry = host.timer(file + "-retry", this::open);
    }

    void open() {
        WriteAheadLog.open(host.disk(), file, this::opened);
    }

    private void opened(@Nullable Recovery recovery, @Nullable DiskError error) {
        if (recovery == null) {
            host.note("disk-failed");
            retry.set(RETRY_NANOS);
            return;
        }
        Damage damage = recovery.damage();
        if (damage != null) {
            host.note("log-damaged", "record", damage.firstMissing());
            listener.damaged();
            return;
        }
        log = recovery.log();
        List<byte[]> records = recovery.records();
        listener.recovered(records.isEmpty() ? null : records.get(records.size() - 1));
    }

    /**
     * Records something.
     *
     * @param then done when it is durable, and never if it cannot be made so
     */
    void record(byte[] state, Runnable then) {
        WriteAheadLog open = log;
        if (open == null) {
            throw new IllegalStateException("nothing is recorded before what was is known");
        }
        open.append(state);
        sync(open, then);
    }

    private void sync(WriteAheadLog open, Runnable then) {
        open.sync(error -> {
            if (error == null && behind.isEmpty()) {
                then.run();
            } else {
                behind.add(then);
                failed(open, error);
            }
        });
    }

    /** What is recorded later is not done before what failed: nobody hears of an agent's states in another order. */
    private void failed(WriteAheadLog open, @Nullable DiskError error) {
        if (error != null) {
            host.note("disk-failed");
        }
        if (!retrying) {
            retrying = true;
            host.after(file + "-retry", RETRY_NANOS, () -> syncAgain(open));
        }
    }

    private void syncAgain(WriteAheadLog open) {
        int covered = behind.size();
        open.sync(error -> {
            retrying = false;
            if (error == null) {
                for (int i = 0; i < covered; i++) {
                    behind.remove().run();
                }
            }
            if (!behind.isEmpty()) {
                failed(open, error);
            }
        });
    }
}
