package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.language.JsonText;
import dev.orrery.scenarios.language.Problem;
import dev.orrery.scenarios.language.ProblemReport;
import dev.orrery.scenarios.language.SourceText;
import dev.orrery.scenarios.language.keys.ScenarioReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code orrery validate FILE…}: all that is wrong with scenarios, without running them. */
@Command(
        name = "validate",
        description = {
            "Reads scenarios and shows all that is wrong with them, each error with its place. Nothing is run.",
            "Warnings are shown too; they keep nothing from running."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Orrery.VersionProvider.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:no file has an error", " 2:a file has an error or cannot be read"},
        footer = {
            "%nExamples:%n",
            "  orrery validate my-scenario.yaml",
            "  orrery validate scenarios/*.yaml --json | jq '.[].code'",
            "  cat my-scenario.yaml | orrery validate -"
        })
final class ValidateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "A file, the name of a bundled scenario, or - for standard input.")
    private List<String> files = List.of();

    @Option(
            names = "--json",
            description =
                    "Print the problems as JSON: [{file, line, column, code, message, suggestion}], and nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        List<SourceText> sources = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<String> good = new ArrayList<>();
        for (String file : new LinkedHashSet<>(files)) {
            ScenarioReader.Reading reading = read(file);
            sources.add(reading.source());
            problems.addAll(reading.problems());
            if (reading.errors().isEmpty()) {
                good.add(reading.source().name());
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(JsonText.of(problems.stream().map(ValidateCommand::json).toList()));
        } else {
            good.forEach(file -> out.println(file + ": valid"));
            out.print(new ProblemReport(sources, problems).text());
        }
        out.flush();
        return good.size() == sources.size() ? ExitCode.OK : ExitCode.USAGE;
    }

    private ScenarioReader.Reading read(String file) {
        try (InputStream in = ScenarioSource.open(spec.commandLine(), file)) {
            return ScenarioReader.read(ScenarioSource.name(file), in);
        } catch (IOException broken) {
            throw new ParameterException(
                    spec.commandLine(), "cannot read '" + file + "': " + broken.getMessage(), broken);
        }
    }

    private static Map<String, Object> json(Problem problem) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("file", problem.file());
        object.put("line", problem.line());
        object.put("column", problem.column());
        object.put("code", problem.code().id());
        object.put("message", problem.message());
        object.put("suggestion", problem.suggestion());
        return object;
    }
}
