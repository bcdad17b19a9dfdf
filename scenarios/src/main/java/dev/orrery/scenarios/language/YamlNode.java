package dev.orrery.scenarios.language;

import java.util.List;

/** A piece of a file that knows where it stands. */
public sealed interface YamlNode {

    /** The line that it begins on, from 1. */
    int line();

    /** The column that it begins at, from 1, in code points. */
    int column();

    /** How many code points of its first line it covers, at least 1. */
    int length();

    /**
     * A text. Numbers, {@code true}, {@code no} and {@code null} are texts, too: what they mean depends on the key.
     *
     * @param text as it was written if it is plain, without quotes and escapes if not; empty where nothing was written
     * @param plain whether it was written without quotes and not as a block
     */
    record Scalar(String text, boolean plain, int line, int column, int length) implements YamlNode {}

    /** Nodes in their order. */
    record Sequence(List<YamlNode> items, int line, int column, int length) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Keys and values in the order of the file; no two keys have the same text. */
    record Mapping(List<Entry> entries, int line, int column, int length) implements YamlNode {
        public Mapping {
            entries = List.copyOf(entries);
        }
    }

    /** A key, which has a place of its own, and its value. */
    record Entry(Scalar key, YamlNode value) {}
}
