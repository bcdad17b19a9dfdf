package dev.orrery.scenarios.cli;

/** A file that makes no sense from some place on. The message is the report of it, in lines. */
final class UnreadableFileException extends Exception {
    private static final long serialVersionUID = 1;

    /** A longer line is shown in part. */
    private static final int WIDEST_EXCERPT = 120;

    private static final int BEFORE_THE_PLACE = 40;

    /**
     * @param file as somebody named it
     * @param text all of it
     * @param line from 1
     * @param column from 1
     * @param what is wrong there
     */
    UnreadableFileException(String file, String text, int line, int column, String what) {
        super("error: " + file + ":" + line + ":" + column + ": " + what + excerpt(text, line, column));
    }

    private static String excerpt(String text, int line, int column) {
        String shown = text.lines().skip(line - 1L).findFirst().orElse("").replace('\t', ' ');
        int place = shown.offsetByCodePoints(0, Math.min(column - 1, shown.codePointCount(0, shown.length())));
        int start = Math.max(0, Math.min(place - BEFORE_THE_PLACE, shown.length() - WIDEST_EXCERPT));
        int end = Math.min(shown.length(), start + WIDEST_EXCERPT);
        return shown.isBlank()
                ? ""
                : "\n  | " + shown.substring(start, end) + "\n  | " + " ".repeat(place - start) + "^";
    }
}
