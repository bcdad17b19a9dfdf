package dev.orrery.scenarios.house;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the parts of the house stand. Maven runs this module's tests in the module's folder. */
public final class House {

    /** What a fresh clone does not hold. */
    private static final List<String> NOT_SOURCES = List.of(".git", "target", "runs");

    private House() {}

    /** The folder that holds the four modules. */
    public static Path root() {
        return Path.of("..").toAbsolutePath().normalize();
    }

    /** Where the build leaves what tests may write to. */
    public static Path target() {
        return Path.of("target").toAbsolutePath();
    }

    /** The whole program in one file; there from the package phase on, so only for tests named {@code *IT}. */
    public static Path jar() {
        return target().resolve("orrery.jar");
    }

    /** The Java that runs the tests. */
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /**
     * Copies the house as a fresh clone has it, times of change included, into a new folder.
     *
     * @param to the copy's own folder, which does not exist yet
     * @return the folder
     */
    static Path copySources(Path to) throws IOException {
        Path from = root();
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (NOT_SOURCES.contains(folder.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()
                        && !NOT_SOURCES.contains(file.getFileName().toString())) {
                    Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                Files.setLastModifiedTime(
                        to.resolve(from.relativize(folder).toString()), Files.getLastModifiedTime(folder));
                return super.postVisitDirectory(folder, failure);
            }
        });
        return to;
    }

    /** Gives a copy the program as this build has made it. */
    static void copyJar(Path copy) throws IOException {
        Path target = Files.createDirectories(copy.resolve("scenarios").resolve("target"));
        Files.copy(jar(), target.resolve("orrery.jar"), StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** Deletes a folder and what is in it, if there is one. */
    static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.delete(visited);
                return super.postVisitDirectory(visited, failure);
            }
        });
    }
}
