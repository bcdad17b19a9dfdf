package dev.orrery.sim.check.linearizability;

import dev.orrery.sim.check.unambiguous.FastPath;
import dev.orrery.sim.check.unambiguous.Ruling;
import dev.orrery.sim.history.CompareAndSet;
import dev.orrery.sim.history.Interval;
import dev.orrery.sim.history.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A register that was read with a value which nobody had begun to write when the read was over: illegal whatever else
 * happened. It tells nothing of other histories, and spares a search that tries all orders before it gives up.
 */
final class ThinAir implements FastPath {

    @Override
    public Ruling judge(List<Interval> object) {
        Map<Object, Integer> firstWritten = new LinkedHashMap<>();
        List<Interval> reads = new ArrayList<>();
        for (Interval interval : object) {
            Object value = written(interval.operation());
            if (value != null) {
                firstWritten.putIfAbsent(value, interval.invoked());
            } else if (interval.operation().f().equals("read") && interval.isAnswered()) {
                reads.add(interval);
            }
        }
        for (Interval read : reads) {
            Object value = read.operation().output();
            if (value != null && firstWritten.getOrDefault(value, Interval.NEVER) > read.returned()) {
                return new Ruling.Illegal(List.of(read));
            }
        }
        return new Ruling.DoesNotApply("each value that was read had been written");
    }

    private static @Nullable Object written(Operation operation) {
        return switch (operation.f()) {
            case "write" -> operation.input();
            case "cas" -> operation.input() instanceof CompareAndSet change ? change.to() : null;
            default -> null;
        };
    }
}
