package dev.orrery.scenarios.language;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a file, and where.
 *
 * @param code what kind of error it is
 * @param file the name of the {@link SourceText}
 * @param line from 1
 * @param column from 1, in code points
 * @param length how many code points are to blame, at least 1
 * @param message one line, without a full stop
 * @param suggestion what was probably meant, if anything comes near
 */
public record Problem(
        ProblemCode code,
        String file,
        int line,
        int column,
        int length,
        String message,
        @Nullable String suggestion) {

    /** By file, and in a file from top to bottom. */
    public static final Comparator<Problem> BY_PLACE = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::code);

    private static final int LONGEST_QUOTE = 60;

    public Problem {
        if (line < 1 || column < 1 || length < 1) {
            throw new IllegalArgumentException(line + ":" + column + " for " + length + " is no place in a file");
        }
    }

    /** A piece of a file as messages quote it: in one line, not too long, and unable to steer a terminal. */
    public static String quoted(String text) {
        StringBuilder shown = new StringBuilder("'");
        int[] points = text.codePoints().limit(LONGEST_QUOTE + 1L).toArray();
        for (int i = 0; i < Math.min(points.length, LONGEST_QUOTE); i++) {
            shown.append(shown(points[i]));
        }
        return shown.append(points.length > LONGEST_QUOTE ? "…'" : "'").toString();
    }

    /** A character of a file as reports show it, one column wide. */
    static String shown(int codePoint) {
        if (codePoint == '\t') {
            return " ";
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                "\uFFFD";
            default -> Character.toString(codePoint);
        };
    }
}
