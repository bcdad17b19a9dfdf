package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.folder.FolderException;
import dev.orrery.scenarios.history.HistoryFile;
import dev.orrery.scenarios.history.HistoryFormat;
import dev.orrery.scenarios.history.UnwritableHistoryException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code orrery export HISTORY --to FORMAT}: a history as other tools read it. */
@Command(
        name = "export",
        description = {
            "Writes a history, of a run or one that another tool recorded, as another tool reads it.",
            "",
            "A format may have no form for something in the history, such as for an outcome that nobody knows; then"
                    + " nothing is written."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Orrery.VersionProvider.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:written",
            " 2:there is no such history, the format has no form for it, or a file cannot be written"
        })
final class ExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HistoryArgument argument = new HistoryArgument();

    @Option(
            names = {"-t", "--to"},
            paramLabel = "FORMAT",
            required = true,
            description = "What to write; see below.")
    private String to = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = ScenarioSource.STANDARD_INPUT,
            description = "Where to write it; - is standard output, which is the default.")
    private String target = ScenarioSource.STANDARD_INPUT;

    @Override
    public Integer call() throws FolderException, UnreadableFileException {
        HistoryFormat format = HistoryFormat.named(to)
                .filter(HistoryFormat::isWritable)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        UnknownWord.message("cannot write the format", to, HistoryFormat.writable())));
        HistoryFile file = argument.read();
        String text = text(file, format);
        if (target.equals(ScenarioSource.STANDARD_INPUT)) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(text);
            out.flush();
        } else {
            Path path = Path.of(target);
            try (Writer out = Files.newBufferedWriter(path)) {
                out.write(text);
            } catch (IOException failed) {
                throw FolderException.of("write", path, failed);
            }
        }
        return ExitCode.OK;
    }

    /** All of it before the first byte is written, so that nothing is left of what cannot be written. */
    private String text(HistoryFile file, HistoryFormat format) throws FolderException {
        StringBuilder text = new StringBuilder();
        try {
            format.write(file.history(), text);
        } catch (UnwritableHistoryException noForm) {
            throw new ParameterException(spec.commandLine(), String.valueOf(noForm.getMessage()), noForm);
        } catch (IOException impossible) {
            throw FolderException.of("write", Path.of(target), impossible);
        }
        return text.toString();
    }
}
