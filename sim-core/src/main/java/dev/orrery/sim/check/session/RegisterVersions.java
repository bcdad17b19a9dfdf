package dev.orrery.sim.check.session;

import dev.orrery.sim.check.transaction.log.MicroOperation.Kind;
import dev.orrery.sim.check.transaction.log.TransactionLog;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Versions of registers, each known by its value. Nothing but that nil comes first is known of their order, except where a
 * compare-and-set replaced one by another.
 */
final class RegisterVersions extends Versions {
    private final Map<@Nullable Object, Integer>[] writeOf;
    private final BitSet ambiguous = new BitSet();

    RegisterVersions(TransactionLog log) {
        super(log);
        writeOf = maps(log.keys());
        for (int micro = 0; micro < log.micros(); micro++) {
            if (log.kind(micro) != Kind.READ && !log.hasFailed(log.transactionOf(micro))) {
                boolean again = writeOf[log.keyOf(micro)].put(log.value(micro), micro) != null;
                ambiguous.set(log.keyOf(micro), ambiguous.get(log.keyOf(micro)) || again || log.value(micro) == null);
            }
        }
    }

    @Override
    int read(int micro) {
        int key = log().keyOf(micro);
        if (ambiguous.get(key)) {
            return NONE;
        }
        if (log().value(micro) == null) {
            return initial(key);
        }
        int write = writeOf[key].getOrDefault(log().value(micro), NONE);
        return write == NONE ? NONE : written(write);
    }

    @Override
    void order(Order order) {
        for (int micro = 0; micro < log().micros(); micro++) {
            if (log().kind(micro) != Kind.READ) {
                order.before(initial(log().keyOf(micro)), written(micro), null);
            }
            boolean isReplacement = log().kind(micro) != Kind.READ
                    && log().operation(log().transactionOf(micro)).f().equals("cas");
            if (isReplacement && of(micro) != NONE && of(micro - 1) != NONE) {
                order.before(of(micro - 1), of(micro), log().transactionOf(micro));
            }
        }
    }

    @Override
    boolean misses(int read, int write, boolean overwritten) {
        return overwritten;
    }

    @Override
    String supersedes() {
        return "came after what it read";
    }

    @Override
    String verb() {
        return "write";
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type cannot be made otherwise
    private static Map<@Nullable Object, Integer>[] maps(int count) {
        Map<@Nullable Object, Integer>[] maps = new Map[count];
        for (int i = 0; i < count; i++) {
            maps[i] = new LinkedHashMap<>();
        }
        return maps;
    }
}
