package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.language.ProblemReport;
import dev.orrery.scenarios.language.keys.ScenarioReader;
import dev.orrery.scenarios.library.Library;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code orrery new NAME}: a scenario of one's own to begin with. */
@Command(
        name = "new",
        description = {
            "Writes NAME.yaml, a scenario that runs, made from a bundled one. A file that is there already is left alone,"
                    + " unless -f says otherwise."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Orrery.VersionProvider.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:written", " 2:the file is there already, cannot be written, or the name is none"},
        footer = {
            "%nExamples:%n",
            "  orrery new my-scenario",
            "  orrery new my-scenario --template raft-nemesis",
            "  orrery list scenarios       shows the templates"
        })
final class NewCommand implements Runnable {

    private static final Pattern NAME_LINE = Pattern.compile("^name: .*$", Pattern.MULTILINE);

    private static final String HEAD = """
            # Run it:    orrery run NAME.yaml
            # A key:     orrery explain workload.rate
            # Editors:   orrery schema > orrery-scenario.schema.json, and as the first line of this file
            #            # yaml-language-server: $schema=orrery-scenario.schema.json
            """;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = "The scenario's name: lower-case letters, digits and hyphens.")
    private String name = "";

    @Option(
            names = "--template",
            paramLabel = "SCENARIO",
            defaultValue = "raft-leader-isolated",
            description = "The bundled scenario to begin with. By default ${DEFAULT-VALUE}.")
    private String template = "";

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The folder to write to. By default the present one.")
    private Path folder = Path.of(".");

    @Option(
            names = {"-f", "--force"},
            description = "Overwrite a file that is there already.")
    private boolean force;

    @Override
    public void run() {
        String text = rendered();
        Path file = folder.resolve(name + ".yaml").normalize();
        try {
            Files.writeString(file, text, options());
        } catch (FileAlreadyExistsException there) {
            throw new ParameterException(
                    spec.commandLine(), "'" + file + "' is there already; -f overwrites it", there);
        } catch (IOException broken) {
            throw new ParameterException(
                    spec.commandLine(), "cannot write '" + file + "': " + broken.getMessage(), broken);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("wrote " + file);
        out.println("run it: orrery run " + file);
        out.flush();
    }

    /** The whole text, and only if it is a valid scenario. */
    private String rendered() {
        if (!Library.has(template)) {
            throw new ParameterException(
                    spec.commandLine(), UnknownWord.message("there is no bundled scenario", template, Library.names()));
        }
        String body = body().replaceFirst("^# yaml-language-server: .*\\R", "");
        String named = NAME_LINE.matcher(body).replaceFirst(Matcher.quoteReplacement("name: " + name));
        String text = HEAD.replace("NAME", name) + named;
        ScenarioReader.Reading reading = ScenarioReader.read(name + ".yaml", text);
        if (!reading.errors().isEmpty()) {
            String report = new ProblemReport(List.of(reading.source()), reading.errors()).text();
            throw new ParameterException(
                    spec.commandLine(), "this would be no valid scenario, so nothing was written\n" + report);
        }
        return text;
    }

    private String body() {
        try (InputStream in = Library.open(template)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read the bundled scenario " + template, broken);
        }
    }

    private OpenOption[] options() {
        return force
                ? new OpenOption[] {
                    StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE
                }
                : new OpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
    }
}
