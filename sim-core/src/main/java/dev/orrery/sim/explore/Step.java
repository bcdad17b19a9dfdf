package dev.orrery.sim.explore;

/**
 * One thing that happens, told without the search that found it. Messages are numbered in the order in which they are sent,
 * from 1, those of the boots included.
 */
public sealed interface Step {
    /** A message comes. */
    record Deliver(int message) implements Step {}

    /** A message comes, and will come once more. */
    record Duplicate(int message) implements Step {}

    /** A message is lost. */
    record Drop(int message) implements Step {}

    /**
     * A timer fires.
     *
     * @param node the index of its node
     * @param timer its name
     * @param ordinal the how-manieth of those of that name that are set, from 0
     */
    record Fire(int node, String timer, int ordinal) implements Step {}

    /** A node crashes, loses what it had not synced and what was under way to it, and boots. */
    record Crash(int node) implements Step {}

    /** As {@link #parse} reads it, such as {@code deliver 3} and {@code fire 0 0 election}. */
    default String text() {
        if (this instanceof Deliver deliver) {
            return "deliver " + deliver.message();
        } else if (this instanceof Duplicate duplicate) {
            return "duplicate " + duplicate.message();
        } else if (this instanceof Drop drop) {
            return "drop " + drop.message();
        } else if (this instanceof Fire fire) {
            return "fire " + fire.node() + " " + fire.ordinal() + " " + fire.timer();
        }
        return "crash " + ((Crash) this).node();
    }

    /**
     * Reads a step.
     *
     * @throws IllegalArgumentException if the text is none
     */
    static Step parse(String text) {
        if (!text.matches("(deliver|duplicate|drop|crash) [0-9]{1,9}|fire [0-9]{1,9} [0-9]{1,9} .+")) {
            throw new IllegalArgumentException("'" + text + "' is no step");
        }
        String[] words = text.split(" ", 4);
        int subject = Integer.parseInt(words[1]);
        return switch (words[0]) {
            case "deliver" -> new Deliver(subject);
            case "duplicate" -> new Duplicate(subject);
            case "drop" -> new Drop(subject);
            case "crash" -> new Crash(subject);
            default -> new Fire(subject, words[3], Integer.parseInt(words[2]));
        };
    }
}
