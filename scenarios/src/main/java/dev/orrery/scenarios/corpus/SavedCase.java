package dev.orrery.scenarios.corpus;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.language.Problem;
import dev.orrery.scenarios.language.keys.ScenarioReader;
import dev.orrery.scenarios.result.ResultJson;
import dev.orrery.scenarios.result.Signature;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.scenarios.shrink.Shrunk;
import dev.orrery.scenarios.version.Version;
import dev.orrery.sim.random.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A failing run in a file: its scenario, and in the comments above it what it is known for.
 *
 * <pre>
 * # A failing run, as small as `orrery shrink` makes it. `orrery replay` says whether it still fails.
 * # check: leader-completeness
 * # signature: &lt;node&gt; leads term &lt;n&gt; without the entry of term &lt;n&gt; at index &lt;n&gt;
 * # digest: 0x1A2B3C4D5E6F7081 (81 events, orrery 0.1.0)
 * # story:
 * #   1ms fault f1, partition: n4 is cut off from n1 and n2
 * name: raft-vote-without-log-check-shrunk
 * </pre>
 *
 * @param subject its scenario; null if that means nothing in this version
 * @param problem why it means nothing; empty if it does
 * @param seed of its run
 * @param signature what failed
 * @param digest over the run's events, as it is written
 * @param story what happened, line by line
 */
public record SavedCase(
        @Nullable Subject subject, String problem, Seed seed, Signature signature, String digest, List<String> story) {
    private static final String COMMENT = "# ";
    private static final String STORY_LINE = "#   ";
    private static final String TITLE =
            "# A failing run, as small as `orrery shrink` makes it. `orrery replay` says whether it still fails.";

    /** Takes the list as it is now. */
    public SavedCase {
        story = List.copyOf(story);
    }

    /** The file of what shrinking came to. */
    public static String text(Shrunk shrunk) {
        StringBuilder text = new StringBuilder(TITLE).append('\n');
        comment(text, "check", shrunk.signature().check());
        comment(text, "signature", shrunk.signature().shape());
        comment(
                text,
                "digest",
                ResultJson.hexadecimal(shrunk.run().result().extent().digest()) + " ("
                        + shrunk.run().result().extent().events() + " events, orrery "
                        + Version.current().stamp() + ")");
        text.append(COMMENT).append("story:\n");
        Story.of(shrunk.run().trace())
                .forEach(line -> text.append(STORY_LINE).append(line).append('\n'));
        return text.append(shrunk.subject().text()).toString();
    }

    private static void comment(StringBuilder text, String key, String value) {
        text.append(COMMENT)
                .append(key)
                .append(": ")
                .append(value.replace('\n', ' '))
                .append('\n');
    }

    /**
     * Reads such a file.
     *
     * @param name what the file is called in reports
     * @throws NoCaseException if it is none
     */
    public static SavedCase read(String name, String text) throws NoCaseException {
        Map<String, String> known = new TreeMap<>();
        List<String> story = new ArrayList<>();
        for (String line : text.lines().takeWhile(line -> line.startsWith("#")).toList()) {
            int colon = line.indexOf(": ");
            if (line.startsWith(STORY_LINE)) {
                story.add(line.substring(STORY_LINE.length()));
            } else if (colon > 0) {
                known.putIfAbsent(line.substring(COMMENT.length(), colon), line.substring(colon + 2));
            }
        }
        String check = known.get("check");
        String signature = known.get("signature");
        String digest = known.get("digest");
        if (check == null || signature == null || digest == null) {
            throw new NoCaseException(
                    name + " is no saved case: the comments at its top do not say what it is known for");
        }
        ScenarioReader.Reading reading = ScenarioReader.read(name, text);
        Scenario scenario = reading.scenario();
        return new SavedCase(
                scenario == null ? null : Subject.of(scenario, text),
                scenario == null ? problem(reading.errors()) : "",
                scenario == null ? new Seed(0) : scenario.seed().orElse(new Seed(0)),
                new Signature(check, signature),
                digest.split(" ", 2)[0],
                story);
    }

    private static String problem(List<Problem> errors) {
        return errors.isEmpty()
                ? "the scenario cannot be read"
                : errors.get(0).code().id() + ": " + errors.get(0).message();
    }
}
