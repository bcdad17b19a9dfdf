package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.language.ProblemCode;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code orrery explain CODE}: what the code of an error stands for. */
@Command(
        name = "explain",
        description = "Says what the code of an error stands for, why it is an error, and what to do.",
        mixinStandardHelpOptions = true,
        versionProvider = Orrery.VersionProvider.class)
final class ExplainCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "CODE", description = "The code as the error shows it, for example S005.")
    private String code = "";

    @Override
    public void run() {
        ProblemCode problem = ProblemCode.of(code)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), UnknownWord.message("no error has the code", code, ProblemCode.ids())));
        PrintWriter out = spec.commandLine().getOut();
        out.println(problem.id() + ": " + problem.title());
        out.println();
        problem.explanation().lines().forEach(out::println);
        out.flush();
    }
}
