package dev.orrery.scenarios.corpus;

import dev.orrery.scenarios.result.Signature;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.scenarios.shrink.Shrinking;
import dev.orrery.scenarios.shrink.Shrunk;
import dev.orrery.sim.random.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of saved cases: a scenario a file, each with a name that ends in {@code .yaml}. */
public final class Corpus {
    private static final String YAML = ".yaml";

    private final Path folder;

    /**
     * A corpus, be there anything in it or not.
     *
     * @param folder made when the first case is saved
     */
    public Corpus(Path folder) {
        this.folder = folder;
    }

    /**
     * Shrinks a failing run and saves it. A case of the same scenario and signature that is there already is replaced if the
     * new one is of the same seed, and else kept beside it.
     *
     * @param budget of runs
     * @return the file; empty if the run does not fail
     * @throws IOException if it cannot be written
     */
    public Optional<Path> save(Subject subject, Seed seed, Shrinking.Budget budget) throws IOException {
        Optional<Shrunk> shrunk = Shrinking.shrink(subject, seed, budget, (dimension, runs, soFar) -> {});
        if (shrunk.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(save(shrunk.get(), subject.scenario().name()));
    }

    /**
     * Saves what was shrunk.
     *
     * @param scenario the name of what it was shrunk from
     * @throws IOException if it cannot be written
     */
    public Path save(Shrunk shrunk, String scenario) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(scenario.replace('/', '-') + "-"
                + shrunk.signature().check() + "-" + shrunk.seed().brief() + YAML);
        Path part = folder.resolve("." + file.getFileName() + ".part");
        Files.writeString(part, SavedCase.text(shrunk));
        return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether a failure of this signature is among the cases, so that it need not be shrunk and saved again. */
    public boolean has(Signature signature) throws IOException {
        for (Path file : files()) {
            if (isOf(signature, file)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOf(Signature signature, Path file) throws IOException {
        try {
            return read(file).signature().equals(signature);
        } catch (NoCaseException another) {
            return false;
        }
    }

    /** The files, by name. */
    public List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                        String name = String.valueOf(file.getFileName());
                        return name.endsWith(YAML) && !name.startsWith(".");
                    })
                    .sorted()
                    .toList();
        }
    }

    /**
     * Reads a case.
     *
     * @throws NoCaseException if the file is none
     * @throws IOException if it cannot be read
     */
    public static SavedCase read(Path file) throws IOException, NoCaseException {
        return SavedCase.read(file.toString(), Files.readString(file));
    }
}
