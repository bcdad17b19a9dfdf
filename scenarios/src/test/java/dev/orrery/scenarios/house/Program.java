package dev.orrery.scenarios.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program to run as a process of its own.
 *
 * @param words the program and its arguments
 * @param folder its working folder
 * @param environment what is added to this process's environment
 */
public record Program(List<String> words, Path folder, Map<String, String> environment) {

    /** No test needs longer; a program that hangs is killed then. */
    private static final long LIMIT_MINUTES = 10;

    /**
     * What a finished process left.
     *
     * @param exitCode its exit code
     * @param out its standard output, read as UTF-8
     * @param err its standard error, read as UTF-8
     */
    public record Outcome(int exitCode, String out, String err) {}

    public Program {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /** Runs it to its end, with nothing to read. */
    public Outcome run() throws IOException, InterruptedException {
        return start().end();
    }

    /** Starts it and goes on. */
    public Started start() throws IOException {
        Path out = Files.createTempFile(House.target(), "program", ".out");
        Path err = Files.createTempFile(House.target(), "program", ".err");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return new Started(this, process, out, err);
    }

    /** A process under way, whose output goes to files, so that it never waits for a reader. */
    public record Started(Program program, Process process, Path out, Path err) {

        /** Waits for its end. */
        public Outcome end() throws IOException, InterruptedException {
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        program.words() + " did not end within " + LIMIT_MINUTES + " minutes; see " + out + ", " + err);
            }
            return new Outcome(process.exitValue(), take(out), take(err));
        }

        private static String take(Path file) throws IOException {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            Files.delete(file);
            return text;
        }
    }
}
