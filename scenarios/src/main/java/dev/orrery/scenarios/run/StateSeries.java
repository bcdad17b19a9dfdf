package dev.orrery.scenarios.run;

import dev.orrery.scenarios.result.NodeReports.StateChange;
import java.util.Arrays;
import java.util.List;

/**
 * The changes of one number of one node. When there are too many, every second one is dropped and from then on only half
 * as many are kept; the latest is always there.
 */
final class StateSeries {
    /** The most changes that are kept. */
    static final int CAPACITY = 1024;

    private final String node;
    private final String name;
    private long[] times = new long[16];
    private long[] values = new long[16];
    private int kept;
    private int stride = 1;
    private int skipped;
    private long latestAt;
    private long latest;

    StateSeries(String node, String name) {
        this.node = node;
        this.name = name;
    }

    void add(long value, long at) {
        latest = value;
        latestAt = at;
        if (++skipped >= stride) {
            skipped = 0;
            keep();
        }
    }

    private void keep() {
        if (kept == CAPACITY) {
            for (int i = 0; i < CAPACITY / 2; i++) {
                times[i] = times[2 * i];
                values[i] = values[2 * i];
            }
            kept = CAPACITY / 2;
            stride *= 2;
        } else if (kept == times.length) {
            times = Arrays.copyOf(times, 2 * kept);
            values = Arrays.copyOf(values, 2 * kept);
        }
        times[kept] = latestAt;
        values[kept++] = latest;
    }

    boolean isThinned() {
        return stride > 1;
    }

    void appendTo(List<StateChange> changes) {
        for (int i = 0; i < kept; i++) {
            changes.add(new StateChange(times[i], node, name, values[i]));
        }
        if (skipped > 0) {
            changes.add(new StateChange(latestAt, node, name, latest));
        }
    }
}
