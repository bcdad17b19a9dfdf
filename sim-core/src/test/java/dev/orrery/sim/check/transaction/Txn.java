package dev.orrery.sim.check.transaction;

import dev.orrery.sim.check.transaction.log.MicroOperation;
import dev.orrery.sim.check.transaction.log.MicroOperation.Kind;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Keyword;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds histories of transactions by hand, each transaction at its own time unless it is said to overlap. */
final class Txn {
    private final History history = new History();
    private final Map<Integer, Integer> open = new TreeMap<>();
    private long now;

    static MicroOperation append(Object key, Object value) {
        return new MicroOperation(Kind.APPEND, key, value);
    }

    static MicroOperation write(Object key, @Nullable Object value) {
        return new MicroOperation(Kind.WRITE, key, value);
    }

    /** A read of a register, or with one list of a list. */
    static MicroOperation read(Object key, @Nullable Object value) {
        return new MicroOperation(Kind.READ, key, value);
    }

    /** A read of a list. */
    static MicroOperation list(Object key, Object... elements) {
        return new MicroOperation(Kind.READ, key, List.of(elements));
    }

    /** Committed by a process, before the next one begins. */
    Txn ok(int process, MicroOperation... micros) {
        List<MicroOperation> all = Arrays.asList(micros);
        invoke(process, all);
        return answer(process, all);
    }

    Txn fail(int process, MicroOperation... micros) {
        history.fail(invoke(process, Arrays.asList(micros)), "aborted", ++now);
        return this;
    }

    Txn info(int process, MicroOperation... micros) {
        history.info(invoke(process, Arrays.asList(micros)), "timeout", ++now);
        return this;
    }

    Txn begin(int process, MicroOperation... micros) {
        invoke(process, Arrays.asList(micros));
        return this;
    }

    Txn commit(int process, MicroOperation... micros) {
        return answer(process, Arrays.asList(micros));
    }

    private int invoke(int process, List<MicroOperation> micros) {
        int operation = history.invoke(process, "txn", null, asked(micros), ++now, now);
        open.put(process, operation);
        return operation;
    }

    private Txn answer(int process, List<MicroOperation> micros) {
        history.ok(
                open.getOrDefault(process, -1), micros.stream().map(Txn::parts).toList(), ++now);
        return this;
    }

    History history() {
        return history;
    }

    /** As a client asks: it does not know yet what it will read. */
    private static List<List<@Nullable Object>> asked(List<MicroOperation> micros) {
        return micros.stream()
                .map(micro ->
                        parts(micro.kind() == Kind.READ ? new MicroOperation(Kind.READ, micro.key(), null) : micro))
                .toList();
    }

    private static List<@Nullable Object> parts(MicroOperation micro) {
        return Arrays.asList(new Keyword(micro.kind().text()), micro.key(), micro.value());
    }
}
