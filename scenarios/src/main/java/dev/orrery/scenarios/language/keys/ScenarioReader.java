package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.language.Problem;
import dev.orrery.scenarios.language.Problems;
import dev.orrery.scenarios.language.SourceText;
import dev.orrery.scenarios.language.YamlReader;
import dev.orrery.scenarios.language.form.Scope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads scenarios: from bytes to what they mean, with all that is wrong on the way. */
public final class ScenarioReader {

    private ScenarioReader() {}

    /**
     * What was read.
     *
     * @param source the text, to show in reports
     * @param scenario what it means; null if there is an error
     * @param problems errors and warnings, from the top of the file to its bottom
     */
    public record Reading(SourceText source, @Nullable Scenario scenario, List<Problem> problems) {
        /** Takes the list as it is now. */
        public Reading {
            problems = List.copyOf(problems);
        }

        /** What would keep the scenario from running. */
        public List<Problem> errors() {
            return problems.stream()
                    .filter(problem -> !problem.code().isWarning())
                    .toList();
        }

        /** What is odd, and keeps nothing from running. */
        public List<Problem> warnings() {
            return problems.stream()
                    .filter(problem -> problem.code().isWarning())
                    .toList();
        }
    }

    /**
     * Reads a scenario to the end.
     *
     * @param name what the file is called in reports
     * @throws IOException if the stream does
     */
    public static Reading read(String name, InputStream stream) throws IOException {
        YamlReader.Reading file = YamlReader.read(name, stream);
        List<Problem> problems = new ArrayList<>(file.problems());
        Scenario scenario = null;
        if (file.root() != null) {
            Problems found = new Problems(name);
            scenario = ScenarioKeys.SHAPE.read(file.root(), new Scope(found));
            problems.addAll(found.sorted());
        }
        problems.sort(Problem.BY_PLACE);
        return new Reading(file.source(), file.problems().isEmpty() ? scenario : null, problems);
    }

    /** As {@link #read(String, InputStream)}, from a text. */
    public static Reading read(String name, String text) {
        try {
            return read(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
