package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.language.keys.ScenarioReference;
import dev.orrery.scenarios.language.keys.ScenarioSchema;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code orrery schema}: the scenario language for editors, or as a page to read. */
@Command(
        name = "schema",
        description = {
            "Prints the JSON Schema (draft 7) of scenarios, with the systems and workloads on the class path.",
            "An editor that knows it completes keys, explains them, and marks what is wrong while you type."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Orrery.VersionProvider.class,
        sortOptions = false,
        footer = {
            "%nExamples:%n",
            "  orrery schema > orrery-scenario.schema.json",
            "  orrery schema --markdown > REFERENCE.md",
            "",
            "A scenario names its schema in its first line, for editors with the YAML language server:",
            "  # yaml-language-server: $schema=orrery-scenario.schema.json"
        })
final class SchemaCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--markdown", description = "Print the reference page of all keys instead.")
    private boolean markdown;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(markdown ? ScenarioReference.page() : ScenarioSchema.text());
        out.flush();
    }
}
