package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.StandingCheck;
import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.keys.Catalog;
import dev.orrery.scenarios.language.keys.ScenarioReference;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code orrery explain WORD}: what an error's code, a check, a fault or a key of a scenario stands for. */
@Command(
        name = "explain",
        description =
                "Says what the code of an error, a check, a fault or a key of a scenario stands for, and what to do.",
        mixinStandardHelpOptions = true,
        versionProvider = Orrery.VersionProvider.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:explained", " 2:there is nothing of that name"},
        footer = {
            "%nExamples:%n",
            "  orrery explain S014",
            "  orrery explain election-safety",
            "  orrery explain partition",
            "  orrery explain workload.rate"
        })
final class ExplainCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "WORD",
            description = "The code as the error shows it, for example S005, or the name of a check, a fault or a key.")
    private String word = "";

    @Override
    public void run() {
        List<String> explanations = explanations();
        if (explanations.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), UnknownWord.message("nothing to explain has the name", word, known()));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(String.join("\n", explanations));
        out.flush();
    }

    private List<String> explanations() {
        Optional<ProblemCode> code = ProblemCode.of(word);
        if (code.isPresent()) {
            return List.of(code.get().id() + ": " + code.get().title() + "\n\n"
                    + code.get().explanation() + "\n");
        }
        List<String> explanations = new ArrayList<>();
        int width = spec.commandLine().getUsageHelpWidth();
        for (StandingCheck check : StandingCheck.values()) {
            if (check.text().equals(word)) {
                explanations.add(Wrapping.text(check.text() + ": " + check.description() + "\n", width));
            }
        }
        for (Catalog.Origin origin : Catalog.onClassPath().checks()) {
            if (origin.check().name().equals(word)) {
                explanations.add(Wrapping.text(check(origin), width));
            }
        }
        ScenarioReference.explain(word).forEach(text -> explanations.add(Wrapping.text(text, width)));
        return explanations;
    }

    private static String check(Catalog.Origin origin) {
        String owner = origin.owner().isEmpty()
                ? "Judged when a scenario asks for it."
                : "A check of " + origin.owner() + ", judged in every run unless the scenario chooses others.";
        return origin.check().name() + ": " + origin.check().description() + "\n\n" + owner + "\n";
    }

    private static List<String> known() {
        List<String> known = new ArrayList<>(ProblemCode.ids());
        Catalog.onClassPath()
                .checks()
                .forEach(origin -> known.add(origin.check().name()));
        for (StandingCheck check : StandingCheck.values()) {
            known.add(check.text());
        }
        known.addAll(ScenarioReference.paths());
        return known;
    }
}
