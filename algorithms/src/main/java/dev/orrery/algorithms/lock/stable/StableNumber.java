package dev.orrery.algorithms.lock.stable;

import dev.orrery.algorithms.encoding.ByteReader;
import dev.orrery.algorithms.encoding.ByteWriter;
import dev.orrery.sim.disk.Recovery;
import dev.orrery.sim.disk.WriteAheadLog;
import dev.orrery.sim.node.Host;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A number that outlives crashes. While the disk fails nothing is told; what was asked for is asked for again every 50 ms.
 * A disk that is wiped begins with 0 again, and one that is damaged never tells.
 */
public final class StableNumber {
    private static final long RETRY_NANOS = 50_000_000;

    private final Host host;
    private final String file;
    private @Nullable WriteAheadLog log;

    /** A number in a file of its own. */
    public StableNumber(Host host, String file) {
        this.host = host;
        this.file = file;
    }

    /**
     * Reads it.
     *
     * @param then told the number, 0 if there is none yet
     */
    public void open(LongConsumer then) {
        WriteAheadLog.open(host.disk(), file, (recovery, error) -> opened(recovery, then));
    }

    private void opened(@Nullable Recovery recovery, LongConsumer then) {
        if (recovery == null) {
            host.note("disk-failed");
            host.after(file + "-retry", RETRY_NANOS, () -> open(then));
            return;
        }
        if (recovery.damage() != null) {
            host.note("log-damaged");
            return;
        }
        log = recovery.log();
        List<byte[]> records = recovery.records();
        then.accept(records.isEmpty() ? 0 : new ByteReader(records.get(records.size() - 1)).getLong());
    }

    /**
     * Sets it.
     *
     * @param then done when it is durable
     */
    public void set(long number, Runnable then) {
        WriteAheadLog open = log;
        if (open == null) {
            throw new IllegalStateException("a number is not set before it is known");
        }
        ByteWriter out = new ByteWriter();
        out.putLong(number);
        open.append(out.toByteArray());
        sync(open, then);
    }

    private void sync(WriteAheadLog open, Runnable then) {
        open.sync(error -> {
            if (error == null) {
                then.run();
            } else {
                host.note("disk-failed");
                host.after(file + "-retry", RETRY_NANOS, () -> sync(open, then));
            }
        });
    }

    /**
     * Counts the boots of a node.
     *
     * @param then told the number of this boot, from 1, when it is durable
     */
    public static void countBoot(Host host, LongConsumer then) {
        StableNumber boots = new StableNumber(host, "boots");
        boots.open(earlier -> boots.set(earlier + 1, () -> then.accept(earlier + 1)));
    }
}
