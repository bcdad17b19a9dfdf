package dev.orrery.scenarios.sweep;

import dev.orrery.sim.random.Seed;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Writes a summary in the XML that build servers read as the result of tests, in the form of Ant and of Maven's surefire: a
 * test case for each check that always held, for each signature of a failure, for each signature without a verdict, and for
 * each goal.
 */
public final class JUnitReport {
    private final Summary summary;
    private final List<String> checks;
    private final double seconds;
    private final List<String> cases = new ArrayList<>();
    private int failures;
    private int errors;

    private JUnitReport(Summary summary, List<String> checks, double seconds) {
        this.summary = summary;
        this.checks = checks;
        this.seconds = seconds;
    }

    /**
     * Writes the document.
     *
     * @param checks the names of the checks that each run is judged by
     * @param seconds how long the sweep took
     */
    public static void write(Summary summary, List<String> checks, double seconds, Writer out) throws IOException {
        new JUnitReport(summary, checks, seconds).write(out);
    }

    private void write(Writer out) throws IOException {
        addChecks();
        summary.failures().forEach(this::addFailure);
        summary.doubts().forEach(this::addDoubt);
        addGoals();
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.write("<testsuite name=" + quoted("orrery sweep " + summary.plan().scenario()) + " tests=\"" + cases.size()
                + "\" failures=\"" + failures + "\" errors=\"" + errors + "\" skipped=\"0\" time=\"" + time()
                + "\">\n");
        out.write("  <properties>\n");
        property(out, "seeds", summary.plan().range().toString());
        property(out, "run", Long.toString(summary.seeds()));
        property(out, "ending", summary.ending().text());
        property(out, "orrery", summary.plan().version());
        property(out, "scenarioSha256", summary.plan().sha256());
        out.write("  </properties>\n");
        for (String each : cases) {
            out.write(each);
        }
        out.write("</testsuite>\n");
    }

    private void addChecks() {
        TreeSet<String> broken = new TreeSet<>();
        summary.failures().forEach(group -> broken.add(group.signature().check()));
        summary.doubts().forEach(group -> broken.add(group.signature().check()));
        checks.stream().filter(check -> !broken.contains(check)).forEach(check -> addCase(check, ""));
    }

    private void addFailure(Group group) {
        String check = group.signature().check();
        boolean expected = summary.expectsFailure() && check.equals(summary.expect());
        addCase(group.signature().toString(), expected ? "" : problem("failure", check, group));
        failures += expected ? 0 : 1;
    }

    private void addDoubt(Group group) {
        addCase(group.signature().toString(), problem("error", "inconclusive", group));
        errors++;
    }

    private void addGoals() {
        for (String goal : summary.plan().goals()) {
            boolean missed = summary.goalsMissed().contains(goal);
            String words = "no run has seen " + goal;
            addCase("goal " + goal, missed ? "    <failure type=\"goal\" message=" + quoted(words) + "/>\n" : "");
            failures += missed ? 1 : 0;
        }
    }

    private String problem(String element, String type, Group group) {
        String seed = new Seed(group.smallest()).brief();
        String message = group.count() + " of " + summary.seeds() + " seeds, the smallest " + seed;
        return "    <" + element + " type=" + quoted(type) + " message=" + quoted(message) + ">"
                + escaped(group.message() + "\nreproduce: orrery run "
                        + summary.plan().scenario() + " --seed " + seed)
                + "</" + element + ">\n";
    }

    private void addCase(String name, String inside) {
        String head = "  <testcase classname="
                + quoted(summary.plan().scenario().replace('/', '.')) + " name=" + quoted(name) + " time=\"0\"";
        cases.add(inside.isEmpty() ? head + "/>\n" : head + ">\n" + inside + "  </testcase>\n");
    }

    private static void property(Writer out, String name, String value) throws IOException {
        out.write("    <property name=" + quoted(name) + " value=" + quoted(value) + "/>\n");
    }

    private String time() {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    private static String quoted(String text) {
        return '"' + escaped(text).replace("\"", "&quot;").replace("\n", "&#10;") + '"';
    }

    /** As text of an element; characters that no XML may hold become question marks. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.appendCodePoint(isXml(character) ? character : '?');
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}
