package dev.orrery.scenarios.language.form;

import dev.orrery.scenarios.language.YamlNode;
import dev.orrery.scenarios.language.YamlReader;
import java.util.Locale;

/** YAML in one line: how texts are quoted, and how a default of the table is read. */
public final class Flow {
    /** What needs no quotes wherever it stands: letters, digits, and a few signs that mean nothing in YAML. */
    private static final String PLAIN = "[A-Za-z0-9][A-Za-z0-9 ._/+%-]*";

    private Flow() {}

    /** A text as it can stand for a value, in quotes if it needs them. */
    public static String text(String text) {
        if (text.matches(PLAIN) && text.equals(text.strip())) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            switch (point) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (point < 0x20) {
                        quoted.append(String.format(Locale.ROOT, "\\x%02x", point));
                    } else {
                        quoted.appendCodePoint(point);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    /**
     * A value of the table as a node.
     *
     * @throws IllegalArgumentException if it is no YAML
     */
    public static YamlNode node(String yaml) {
        boolean plain = yaml.matches(PLAIN);
        if (plain) {
            return new YamlNode.Scalar(yaml, true, 1, 1, yaml.length());
        }
        return YamlReader.parse(yaml);
    }

    /** Reads a value of the table, in which nothing may be wrong. */
    static <T> T read(Form<T> form, String yaml, Scope scope) {
        T value = form.read(node(yaml), scope);
        if (value == null) {
            throw new IllegalStateException("the table says '" + yaml + "', which is not " + form.words());
        }
        return value;
    }
}
