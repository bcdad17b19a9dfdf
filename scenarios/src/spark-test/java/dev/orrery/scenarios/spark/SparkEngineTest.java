package dev.orrery.scenarios.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.scenarios.language.keys.ScenarioReader;
import dev.orrery.scenarios.library.Library;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.scenarios.sweep.Part;
import dev.orrery.scenarios.sweep.PartFile;
import dev.orrery.scenarios.sweep.SeedRange;
import dev.orrery.scenarios.sweep.Sweep;
import dev.orrery.scenarios.sweep.SweepPlan;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A sweep on Spark finds what a sweep on one machine finds. Run by {@code mvn -Pspark}, which says where Spark is to look for
 * its jars.
 */
final class SparkEngineTest {
    private static final long SEEDS_A_TASK = 5;
    private static final Path HOME = Path.of(System.getenv("SPARK_HOME"));

    private static List<String> classFolders = List.of();

    /** Spark starts its executors from the jars in its home. */
    @BeforeAll
    static void furnishSparksHome() throws IOException {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path jars = Files.createDirectories(HOME.resolve("jars"));
        List<String> folders = new ArrayList<>();
        for (String each : path.split(File.pathSeparator, -1)) {
            Path entry = Path.of(each).toAbsolutePath();
            if (Files.isDirectory(entry)) {
                folders.add(entry.toString());
            } else if (Files.exists(entry)) {
                Path link = jars.resolve(entry.getFileName());
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, entry);
            }
        }
        classFolders = folders;
    }

    @AfterEach
    void forgetSettings() {
        System.clearProperty("spark.executor.extraClassPath");
    }

    @Test
    void onTwoThreadsTheSummaryHasTheSameBytes() throws Exception {
        assertSameAsLocally("local[2]");
    }

    @Test
    void onTwoExecutorsTheSummaryHasTheSameBytes() throws Exception {
        System.setProperty("spark.executor.extraClassPath", String.join(File.pathSeparator, classFolders));
        assertSameAsLocally("local-cluster[2,1,1024]");
    }

    private static void assertSameAsLocally(String master) throws Exception {
        Subject subject = subject();
        SweepPlan plan = new SweepPlan(
                subject.scenario().name(),
                subject.sha256(),
                "test",
                "pass",
                subject.scenario().goals(),
                SeedRange.parse("22"),
                1,
                1);
        Part locally = Sweep.run(subject, plan, new Sweep.Limits(1, false, Long.MAX_VALUE), Sweep.UNOBSERVED);
        Part onSpark = new SparkEngine().run(subject, plan, master, SEEDS_A_TASK);
        assertEquals(PartFile.text(locally), PartFile.text(onSpark));
    }

    private static Subject subject() throws IOException {
        byte[] bytes = Library.open("raft-nemesis").readAllBytes();
        String text =
                new String(bytes, StandardCharsets.UTF_8).replace("60s", "20s").replace("45s", "15s");
        ScenarioReader.Reading reading =
                ScenarioReader.read("raft-nemesis", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return Subject.of(
                Objects.requireNonNull(
                        reading.scenario(), () -> reading.problems().toString()),
                text);
    }
}
