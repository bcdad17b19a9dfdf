package dev.orrery.scenarios.house;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands in a Markdown page, with what the page says of them. A command is a line that begins with {@code $} in a
 * block fenced as {@code sh}; the lines after it, up to the next command, are what it prints. In such a line {@code …}
 * stands for any text, and a line that is only {@code …} for any lines. A comment {@code # exit N} behind the command
 * names its exit code when that is not 0. A command that ends in {@code <<'END'} goes on to a line that is {@code END}. A block of shell lines that is not to be run says so, and why, in a comment
 * right before it: {@code <!-- not run: why -->}.
 */
final class ReadmeCommands {

    private static final String HERE = "<<'END'";
    private static final String END_OF_HERE = "END";
    private static final Pattern EXIT = Pattern.compile(".*# exit (\\d+)\\s*");

    /**
     * One command and what the page promises of it.
     *
     * @param line the line of the page that it stands on, from 1
     * @param text what the shell is given
     * @param exitCode the exit code that is promised
     * @param output the lines that it prints, as patterns
     */
    record Command(int line, String text, int exitCode, List<String> output) {

        /** What is wrong with what was really printed, or nothing. */
        List<String> differences(String printed) {
            List<String> differences = new ArrayList<>();
            List<String> actual = printed.lines().map(String::stripTrailing).toList();
            int next = 0;
            boolean anyLines = false;
            for (String expected : output) {
                if (expected.strip().equals("…")) {
                    anyLines = true;
                    continue;
                }
                int at = next;
                while (anyLines && at < actual.size() && !matches(expected, actual.get(at))) {
                    at++;
                }
                if (at >= actual.size() || !matches(expected, actual.get(at))) {
                    differences.add(
                            "promised: " + expected + " | printed: " + (at < actual.size() ? actual.get(at) : ""));
                }
                next = at + 1;
                anyLines = false;
            }
            if (!output.isEmpty() && !anyLines && next < actual.size()) {
                differences.add("not promised: " + actual.get(next));
            }
            return differences;
        }

        private static boolean matches(String expected, String line) {
            String[] parts = expected.stripTrailing().split("…", -1);
            StringBuilder pattern = new StringBuilder();
            for (String part : parts) {
                pattern.append(pattern.length() == 0 ? "" : ".*").append(Pattern.quote(part));
            }
            return line.matches(pattern.toString());
        }
    }

    private ReadmeCommands() {}

    /**
     * Reads a page.
     *
     * @throws IllegalArgumentException if a block of shell lines neither holds commands nor says why it is not run
     */
    static List<Command> of(List<String> page) {
        List<Command> commands = new ArrayList<>();
        String before = "";
        for (int i = 0; i < page.size(); i++) {
            String line = page.get(i);
            if (!line.startsWith("```")) {
                before = line.isBlank() ? before : line;
                continue;
            }
            int end = i + 1;
            while (!page.get(end).equals("```")) {
                end++;
            }
            if (line.equals("```sh") && !before.startsWith("<!-- not run: ")) {
                if (end == i + 1 || !page.get(i + 1).startsWith("$ ")) {
                    throw new IllegalArgumentException("line " + (i + 1) + ": a block of shell lines begins with a"
                            + " command, marked by $, or says before it why it is not run");
                }
                commands.addAll(commands(page, i + 1, end));
            }
            before = "";
            i = end;
        }
        return commands;
    }

    private static List<Command> commands(List<String> page, int from, int to) {
        List<Command> commands = new ArrayList<>();
        for (int i = from; i < to; ) {
            int last = i;
            if (page.get(i).endsWith(HERE)) {
                while (last + 1 < to && !page.get(last).equals(END_OF_HERE)) {
                    last++;
                }
            }
            String text = String.join("\n", page.subList(i, last + 1)).substring(2);
            int next = last + 1;
            while (next < to && !page.get(next).startsWith("$ ")) {
                next++;
            }
            Matcher exit = EXIT.matcher(text);
            int exitCode = exit.matches() ? Integer.parseInt(exit.group(1)) : 0;
            commands.add(new Command(i + 1, text, exitCode, List.copyOf(page.subList(last + 1, next))));
            i = next;
        }
        return commands;
    }
}
