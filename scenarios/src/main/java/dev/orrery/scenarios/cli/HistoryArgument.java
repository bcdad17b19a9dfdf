package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.folder.FolderException;
import dev.orrery.scenarios.history.HistoryFile;
import dev.orrery.scenarios.history.HistoryFormat;
import dev.orrery.sim.history.UnreadableHistoryException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which history a command is about, the same for all commands that are about one. */
final class HistoryArgument {
    private static final String IN_A_RUN = "history.edn";

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "HISTORY", description = "A file, the folder of a run, or - for standard input.")
    private String word = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "What the history is written in, instead of what it looks like; see below.")
    private @Nullable String format;

    /** What it is called in what is printed. */
    String name() {
        return ScenarioSource.name(word);
    }

    /**
     * Reads it.
     *
     * @throws ParameterException if there is no such history, or it is in no known form
     * @throws FolderException if it cannot be read
     * @throws UnreadableFileException if it makes no sense
     */
    HistoryFile read() throws FolderException, UnreadableFileException {
        Optional<HistoryFormat> named = Optional.ofNullable(format).map(this::format);
        String text = text();
        try {
            return HistoryFile.read(text, named)
                    .orElseThrow(() -> new UnreadableFileException(
                            name(),
                            text,
                            1,
                            1,
                            "this looks like none of the formats " + String.join(", ", HistoryFormat.names())));
        } catch (UnreadableHistoryException wrong) {
            throw new UnreadableFileException(name(), text, wrong.line(), wrong.column(), wrong.what());
        }
    }

    private HistoryFormat format(String name) {
        return HistoryFormat.named(name)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), UnknownWord.message("unknown format", name, HistoryFormat.names())));
    }

    private String text() throws FolderException, UnreadableFileException {
        Path path = Path.of(word);
        try (InputStream in = open(path)) {
            return HistoryFile.text(in);
        } catch (CharacterCodingException binary) {
            throw new UnreadableFileException(name(), "", 1, 1, "this is no text in UTF-8");
        } catch (IOException failed) {
            throw FolderException.of("read", path, failed);
        }
    }

    private InputStream open(Path path) throws IOException {
        if (word.equals(ScenarioSource.STANDARD_INPUT)) {
            return System.in;
        }
        Path file = Files.isDirectory(path) ? path.resolve(IN_A_RUN) : path;
        if (!Files.exists(file)) {
            CommandLine command = spec.commandLine();
            throw new ParameterException(
                    command,
                    file.equals(path)
                            ? "there is no file " + path
                            : path + " is not the folder of a run: it has no " + IN_A_RUN);
        }
        return Files.newInputStream(file);
    }
}
