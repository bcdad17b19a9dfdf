package dev.orrery.scenarios.sweep;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often each kind of fault occurred in the runs of a sweep, and each two of them together, and how the runs ended. */
public final class FaultTable {
    private final Map<String, Map<String, Cell>> cells = new TreeMap<>();

    private static final class Cell {
        private long times;
        private long runs;
        private long failed;
    }

    /**
     * A kind of fault, or two that occurred in one run.
     *
     * @param kind the kind, or the first of two in the order of the alphabet
     * @param other the second; the first again if it is about one kind
     * @param times how often it occurred; of two, in how many runs both did
     * @param runs in how many runs
     * @param failed how many of these runs failed
     */
    public record Row(String kind, String other, long times, long runs, long failed) {
        /** Whether it is about two kinds. */
        public boolean isPair() {
            return !kind.equals(other);
        }
    }

    /** Adds a run with faults of these kinds, a kind for each fault. */
    void add(Collection<String> faults, boolean failed) {
        Map<String, Long> times = new TreeMap<>();
        faults.forEach(kind -> times.merge(kind, 1L, Long::sum));
        times.forEach((kind, count) -> add(new Row(kind, kind, count, 1, failed ? 1 : 0)));
        List<String> kinds = new ArrayList<>(times.keySet());
        for (int i = 0; i < kinds.size(); i++) {
            for (String other : kinds.subList(i + 1, kinds.size())) {
                add(new Row(kinds.get(i), other, 1, 1, failed ? 1 : 0));
            }
        }
    }

    /** Adds what was counted elsewhere. */
    void add(Row row) {
        Cell cell = cells.computeIfAbsent(row.kind(), kind -> new TreeMap<>())
                .computeIfAbsent(row.other(), other -> new Cell());
        cell.times += row.times();
        cell.runs += row.runs();
        cell.failed += row.failed();
    }

    /** Adds the runs of another table. */
    void add(FaultTable others) {
        others.rows().forEach(this::add);
    }

    /** All kinds and pairs that occurred, in the order of the alphabet. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        cells.forEach((kind, row) ->
                row.forEach((other, cell) -> rows.add(new Row(kind, other, cell.times, cell.runs, cell.failed))));
        return rows;
    }
}
