package dev.orrery.scenarios.language;

import java.util.Locale;

/** Finds the characters and lines that are refused wherever they stand, before anything is known of the structure. */
final class CharacterCheck {

    private CharacterCheck() {}

    /** Whether the indentation says what it seems to say, so that it is worth reading on. */
    static boolean structureIsReadable(SourceText source, Problems problems) {
        boolean readable = true;
        for (int number = 1; number <= source.lines().size(); number++) {
            String line = source.line(number);
            int nul = line.indexOf('\0');
            if (nul >= 0) {
                String message = "the file holds the character NUL, so it is not text";
                problems.add(ProblemCode.NOT_TEXT, number, line.codePointCount(0, nul) + 1, 1, message);
                return false;
            }
            readable &= hasNoControlCharacter(line, number, problems);
            readable &= hasNoTabInIndentation(line, number, problems);
        }
        directives(source, problems);
        return readable;
    }

    private static boolean hasNoControlCharacter(String line, int number, Problems problems) {
        int[] points = line.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            if (!isAllowed(points[i])) {
                String message = String.format(Locale.ROOT, "the control character U+%04X is not allowed", points[i]);
                problems.add(ProblemCode.CONTROL_CHARACTER, number, i + 1, 1, message);
                return false;
            }
        }
        return true;
    }

    /** The printable characters of YAML 1.2.2, section 5.1, without the byte order mark. */
    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == 0x85
                || (point >= 0x20 && point <= 0x7E)
                || (point >= 0xA0 && point <= 0xFFFD && point != 0xFEFF)
                || point >= 0x10000;
    }

    /** Reports the first tab of a line; one that indents leaves open where its line belongs. */
    private static boolean hasNoTabInIndentation(String line, int number, Problems problems) {
        int tab = line.indexOf('\t');
        if (tab < 0) {
            return true;
        }
        String message = "a tab is not allowed, use spaces";
        problems.add(ProblemCode.TAB, number, line.codePointCount(0, tab) + 1, 1, message);
        return !line.substring(0, tab).isBlank();
    }

    private static void directives(SourceText source, Problems problems) {
        for (int number = 1; number <= source.lines().size(); number++) {
            String line = source.line(number).stripTrailing();
            if (line.startsWith("%")) {
                String message = "a directive is not allowed, a scenario is always YAML 1.2";
                problems.add(ProblemCode.DIRECTIVE, number, 1, line.codePointCount(0, line.length()), message);
            } else if (!line.isEmpty() && !line.stripLeading().startsWith("#")) {
                return;
            }
        }
    }
}
