package dev.orrery.scenarios.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Puts the parts of a sweep together again. */
public final class Merge {

    private Merge() {}

    /** Parts that are no whole. The message says what is wrong with them, a line for each thing. */
    public static final class MergeException extends Exception {
        private static final long serialVersionUID = 1;

        MergeException(String message) {
            super(message);
        }
    }

    /**
     * Merges parts, given in any order. A part that is there twice counts once, as far as the further of the two has come.
     *
     * @param parts at least one
     * @return the whole sweep, the same as if it had never been divided
     * @throws MergeException if they are parts of different sweeps, if seeds are missing, or if different parts have seeds in
     *     common
     */
    public static Part of(List<Part> parts) throws MergeException {
        SweepPlan whole = parts.get(0).plan().whole();
        for (Part part : parts) {
            String difference = difference(whole, part.plan().whole());
            if (!difference.isEmpty()) {
                throw new MergeException("these are parts of different sweeps: " + difference);
            }
        }
        List<String> wrong = new ArrayList<>();
        Tally tally = new Tally(whole.goals());
        long next = 0;
        for (Part part : distinct(parts)) {
            long from = part.plan().range().first() - whole.seeds().first();
            if (from > next) {
                wrong.add(missing(whole, next, from - 1, "no part holds them"));
            } else if (from < next) {
                wrong.add("part " + name(part) + " holds seeds of another part: " + text(whole, from, next - 1));
            }
            long until = from + part.plan().range().count();
            if (!part.isComplete()) {
                wrong.add(missing(
                        whole,
                        from + part.done(),
                        until - 1,
                        "part " + name(part) + " is not complete, go on" + " with it by --shard " + name(part)
                                + " --resume"));
            }
            tally.add(part.tally());
            next = until;
        }
        if (next < whole.seeds().count()) {
            wrong.add(missing(whole, next, whole.seeds().count() - 1, "no part holds them"));
        }
        if (!wrong.isEmpty()) {
            throw new MergeException(String.join("\n", wrong));
        }
        return new Part(whole, next, tally, Ending.COMPLETE);
    }

    /** In the order of their seeds, each once. */
    private static List<Part> distinct(List<Part> parts) {
        return parts.stream()
                .collect(Collectors.toMap(
                        Part::plan, part -> part, (one, other) -> one.done() >= other.done() ? one : other))
                .values()
                .stream()
                .sorted(Comparator.comparing((Part part) -> part.plan().range().first(), Long::compareUnsigned)
                        .thenComparing(part -> part.plan().of()))
                .toList();
    }

    /** What is different about two sweeps, in plain words; empty if nothing is. */
    public static String difference(SweepPlan one, SweepPlan other) {
        List<String> differences = new ArrayList<>();
        compare("scenario", one.scenario(), other.scenario(), differences);
        if (differences.isEmpty() && !one.sha256().equals(other.sha256())) {
            differences.add("the text of " + one.scenario() + " has changed");
        }
        compare("version", one.version(), other.version(), differences);
        compare("seeds", one.seeds().toString(), other.seeds().toString(), differences);
        compare("part", one.part() + "/" + one.of(), other.part() + "/" + other.of(), differences);
        return String.join(", ", differences);
    }

    private static void compare(String what, String one, String other, List<String> differences) {
        if (!one.equals(other)) {
            differences.add(what + " " + one + " and " + what + " " + other);
        }
    }

    private static String missing(SweepPlan whole, long from, long to, String why) {
        return "seeds are missing: " + text(whole, from, to) + "; " + why;
    }

    private static String text(SweepPlan whole, long from, long to) {
        long first = whole.seeds().first();
        return new SeedRange(first + from, first + to).toString();
    }

    private static String name(Part part) {
        return part.plan().part() + "/" + part.plan().of();
    }
}
