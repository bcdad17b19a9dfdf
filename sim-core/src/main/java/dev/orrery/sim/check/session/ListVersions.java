package dev.orrery.sim.check.session;

import dev.orrery.sim.check.transaction.lists.AppendIndex;
import dev.orrery.sim.check.transaction.lists.VersionOrders;
import dev.orrery.sim.check.transaction.log.MicroOperation.Kind;
import dev.orrery.sim.check.transaction.log.TransactionLog;

/** Versions of lists, each known by its last element. All are in order, as the longest read shows it. */
final class ListVersions extends Versions {
    private final VersionOrders orders;

    ListVersions(TransactionLog log, VersionOrders orders) {
        super(log);
        this.orders = orders;
    }

    @Override
    int read(int micro) {
        int key = log().keyOf(micro);
        int length = orders.versionOf(micro);
        if (length == VersionOrders.NO_VERSION || !orders.hasOrder(key)) {
            return NONE;
        }
        for (int place = length - 1; place >= 0; place--) {
            if (orders.appendAt(key, place) != AppendIndex.NOBODY) {
                return written(orders.appendAt(key, place));
            }
        }
        return initial(key);
    }

    @Override
    void order(Order order) {
        int[] last = new int[log().keys()];
        for (int key = 0; key < log().keys(); key++) {
            last[key] = initial(key);
            for (int place = 0; place < orders.length(key); place++) {
                int append = orders.appendAt(key, place);
                if (append != AppendIndex.NOBODY) {
                    order.before(last[key], written(append), log().transactionOf(orders.longest(key)));
                    last[key] = written(append);
                }
            }
        }
        for (int micro = 0; micro < log().micros(); micro++) {
            if (log().kind(micro) != Kind.READ && orders.placeOf(micro) == VersionOrders.UNREAD) {
                int key = log().keyOf(micro);
                order.before(
                        last[key],
                        written(micro),
                        orders.longest(key) < 0 ? null : log().transactionOf(orders.longest(key)));
            }
        }
    }

    @Override
    boolean misses(int read, int write, boolean overwritten) {
        int place = orders.placeOf(write);
        return place == VersionOrders.UNREAD || place >= orders.versionOf(read);
    }

    @Override
    String supersedes() {
        return "is not in the list";
    }

    @Override
    String verb() {
        return "append";
    }
}
