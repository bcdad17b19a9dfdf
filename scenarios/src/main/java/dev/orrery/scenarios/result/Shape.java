package dev.orrery.scenarios.result;

import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes out of a message what differs from run to run. Of a message the first clause is kept, up to a semicolon or a line's
 * end, since what follows is evidence. In it names of nodes become {@code <node>}, times {@code <time>}, other numbers
 * {@code <n>}, text in quotes {@code <text>}; and of a row of these only one is left. Where something was thrown its class
 * stays, too.
 */
final class Shape {
    private static final Pattern FIRST_CLAUSE = Pattern.compile("[;\\n\\r].*", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    /** A word that ends in digits, as nodes and clients are called unless a scenario calls them otherwise. */
    private static final Pattern NUMBERED_NAME = Pattern.compile("\\b\\p{Alpha}[\\p{Alpha}_-]*[0-9]+\\b");

    private static final Pattern TIME = Pattern.compile("(?<![\\w.])-?[0-9]+(\\.[0-9]+)?(ns|us|ms|s|m|h| s)(?![\\w])");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.])-?(0x[0-9A-Fa-f]+|[0-9]+([.,][0-9]+)*)(?![\\p{Alpha}])");
    private static final Pattern ROW = Pattern.compile("(<node>|<time>|<n>|<text>)((, and |, or |, | and | or )\\1)+");

    /** A line that tells what was thrown. */
    private static final Pattern THROWN =
            Pattern.compile("^(?:\\p{Lower}\\w*\\.)+\\p{Upper}[\\w$]*(?=: |, at |$)", Pattern.MULTILINE);

    private Shape() {}

    /**
     * The shape of a check's message.
     *
     * @param names what else is the name of a node
     */
    static String of(String message, Collection<String> names) {
        String shape = FIRST_CLAUSE.matcher(message).replaceFirst("");
        shape = QUOTED.matcher(shape).replaceAll("<text>");
        shape = known(names).matcher(shape).replaceAll("<node>");
        shape = NUMBERED_NAME.matcher(shape).replaceAll("<node>");
        shape = TIME.matcher(shape).replaceAll("<time>");
        shape = NUMBER.matcher(shape).replaceAll("<n>");
        shape = ROW.matcher(shape).replaceAll("$1...").strip();
        Matcher thrown = THROWN.matcher(message);
        return thrown.find() && !shape.contains(thrown.group()) ? shape + " " + thrown.group() : shape;
    }

    private static Pattern known(Collection<String> names) {
        String any = names.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\w-])(", ")(?![\\w-])"));
        return Pattern.compile(names.isEmpty() ? "(?!)" : any);
    }

    /**
     * The shape of what was thrown: the class of its first cause and the method that threw it. Where a stack ran over or
     * memory ran out is chance, so of these only the class counts.
     */
    static String of(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String type = cause.getClass().getName();
        StackTraceElement[] stack = cause.getStackTrace();
        if (cause instanceof VirtualMachineError || stack.length == 0) {
            return type;
        }
        return type + " in " + stack[0].getClassName() + "." + stack[0].getMethodName();
    }
}
