package dev.orrery.scenarios.folder;

import dev.orrery.sim.random.Seed;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/**
 * The folder of one run. What an earlier run of the same scenario and seed left in it is taken away first.
 *
 * <pre>{@code
 * RunFolder folder = RunFolder.begin(Path.of("runs"), "raft-leader-isolated", new Seed(42));
 * folder.write(RunFolder.SCENARIO, out -> out.write(text));
 * folder.write(RunFolder.RESULT, out -> ...);
 * folder.link();
 * }</pre>
 */
public final class RunFolder {
    /** Verdict and figures; written last. */
    public static final String RESULT = "result.json";

    /** What clients asked and were told. */
    public static final String HISTORY = "history.edn";

    /** The scenario's text as it ran. */
    public static final String SCENARIO = "scenario.yaml";

    /** The same scenario with the faults that were really done. */
    public static final String PLAN = "plan.yaml";

    /** Every event, where it was kept. */
    public static final String TRACE = "trace.jsonl";

    /** The page that shows the run. */
    public static final String REPORT = "report.html";

    /** The smallest scenario that fails in the same way, once somebody has asked for it. */
    public static final String SHRUNK = "shrunk.yaml";

    /** Pictures. */
    public static final String CHARTS = "charts";

    /** The name of the links to the newest run. */
    public static final String LATEST = "latest";

    /** What an earlier run may have left; the result first, so that what is left is never taken for a whole. */
    private static final List<String> OURS = List.of(RESULT, HISTORY, SCENARIO, PLAN, TRACE, REPORT, SHRUNK, CHARTS);

    private final Path base;
    private final String scenario;
    private final Path path;
    private final List<String> notices = new ArrayList<>();

    private RunFolder(Path base, String scenario, Path path) {
        this.base = base;
        this.scenario = scenario;
        this.path = path;
    }

    /** Writes what goes into a file, as UTF-8. */
    @FunctionalInterface
    public interface Text {
        /** Writes all of it; the writer is closed by whoever calls. */
        void writeTo(Writer out) throws IOException;
    }

    /** Writes what goes into a file. */
    @FunctionalInterface
    public interface Bytes {
        /** Writes all of it; the stream is closed by whoever calls. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Where a run's folder is, or would be. */
    public static Path path(Path base, String scenario, Seed seed) {
        return base.resolve(scenario).resolve(seed.brief());
    }

    /**
     * Makes the folder, empty of what an earlier run has left.
     *
     * @param base the folder of all runs
     * @param scenario the scenario's name; each slash in it makes one more folder
     * @throws FolderException if it cannot be made or emptied
     */
    public static RunFolder begin(Path base, String scenario, Seed seed) throws FolderException {
        RunFolder folder = new RunFolder(base, scenario, path(base, scenario, seed));
        try {
            Files.createDirectories(folder.path);
        } catch (IOException failed) {
            throw FolderException.of("make the folder", folder.path, failed);
        }
        for (String name : OURS) {
            folder.delete(folder.path.resolve(name));
        }
        return folder;
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    void note(String notice) {
        notices.add(notice);
    }

    /** What whoever looks into the folder should know, in plain words. */
    public List<String> notices() {
        return Collections.unmodifiableList(notices);
    }

    /**
     * Writes a file: all of it or, if something fails, nothing.
     *
     * @throws FolderException if it cannot be written
     */
    public void write(String name, Text text) throws FolderException {
        writeBytes(name, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            text.writeTo(writer);
            writer.flush();
        });
    }

    /**
     * Writes a file: all of it or, if something fails, nothing.
     *
     * @throws FolderException if it cannot be written
     */
    public void writeBytes(String name, Bytes bytes) throws FolderException {
        try (NewFile file = open(name)) {
            bytes.writeTo(file.out());
            file.keep();
        } catch (UncheckedIOException | JacksonException failed) {
            throw FolderException.of("write", path.resolve(name), failed);
        } catch (IOException failed) {
            throw FolderException.of("write", path.resolve(name), failed);
        }
    }

    /**
     * Begins a file that is written bit by bit.
     *
     * @throws FolderException if it cannot be begun
     */
    public NewFile open(String name) throws FolderException {
        return NewFile.begin(path.resolve(name));
    }

    /** Points the links named {@value #LATEST} here; where that does not work a notice says so. */
    public void link() {
        link(base.resolve(scenario));
        link(base);
    }

    private void link(Path parent) {
        Path link = parent.resolve(LATEST);
        try {
            if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(link)) {
                notices.add(link + " is no link, and was left as it is");
                return;
            }
            Path fresh = link.resolveSibling(
                    "." + LATEST + "." + ProcessHandle.current().pid() + ".part");
            Files.deleteIfExists(fresh);
            Files.createSymbolicLink(fresh, absolute(parent).relativize(absolute(path)));
            Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | UnsupportedOperationException failed) {
            notices.add(link + " does not point here, since this file system makes no such link");
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private void delete(Path file) throws FolderException {
        try {
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                try (Stream<Path> inside = Files.walk(file)) {
                    for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(each);
                    }
                }
            } else {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw FolderException.of("replace", file, failed);
        }
    }

    /** A file that is there under its name only once it is whole. */
    public static final class NewFile implements AutoCloseable {
        private final OutputStream out;
        private final Path part;
        private final Path target;

        private NewFile(OutputStream out, Path part, Path target) {
            this.out = out;
            this.part = part;
            this.target = target;
        }

        /**
         * Begins a file beside its place, in a folder that is there.
         *
         * @throws FolderException if it cannot be begun
         */
        public static NewFile begin(Path target) throws FolderException {
            Path part = target.resolveSibling(
                    "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            try {
                return new NewFile(Files.newOutputStream(part), part, target);
            } catch (IOException failed) {
                throw FolderException.of("write", target, failed);
            }
        }

        /**
         * Writes a whole text, as UTF-8.
         *
         * @throws FolderException if it cannot be written; then what was there before is still there
         */
        public static void write(Path target, String text) throws FolderException {
            try (NewFile file = begin(target)) {
                file.out().write(text.getBytes(StandardCharsets.UTF_8));
                file.keep();
            } catch (IOException failed) {
                throw FolderException.of("write", target, failed);
            }
        }

        /** What to write to. */
        public OutputStream out() {
            return out;
        }

        /** It is whole: gives it its name. */
        public void keep() throws IOException {
            out.close();
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        }

        /** Takes away what was written, unless it was whole. */
        @Override
        public void close() throws IOException {
            try (out) {
                Files.deleteIfExists(part);
            }
        }
    }
}
