package dev.orrery.scenarios.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.run.FinishedRun;
import dev.orrery.scenarios.run.Notebooks;
import dev.orrery.scenarios.run.Recording;
import dev.orrery.scenarios.run.RunOptions;
import dev.orrery.scenarios.run.Runs;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.scenarios.run.Watcher;
import dev.orrery.sim.random.Seed;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplayTest {
    private final Notebooks notebooks = new Notebooks();
    private final Subject subject = notebooks.subject();

    @TempDir
    private Path folder = Path.of("");

    private Path trace = Path.of("");

    @BeforeEach
    void record() throws IOException {
        trace = folder.resolve("trace.jsonl");
        record(subject, Watcher.PATIENT);
    }

    private FinishedRun record(Subject what, Watcher watcher) throws IOException {
        try (OutputStream out = Files.newOutputStream(trace)) {
            return Runs.run(
                    what,
                    new Seed(3),
                    RunOptions.DEFAULT.recording(new Recording.Stream(out)).watcher(watcher));
        }
    }

    @Test
    void aTraceHoldsWhatItTakesToRunItAgain() throws Exception {
        TraceFile file = TraceFile.read(trace);
        assertEquals("notebook", file.scenario());
        assertEquals(new Seed(3), file.seed());
        assertEquals(subject.text(), file.source());
        assertEquals(subject.sha256(), file.sha256());
        assertTrue(assertNotNullEnd(file).intact());
    }

    @Test
    void theSameRunIsTheSameEventByEvent() throws Exception {
        assertInstanceOf(Replay.Same.class, replay());
    }

    @Test
    void aTraceFromMemoryOfTheLastEventsIsComparedAsFarAsItGoes() throws Exception {
        notebooks.duration = 60 * Notebooks.SECOND;
        Subject longer = notebooks.subject();
        try (OutputStream out = Files.newOutputStream(trace)) {
            Runs.run(longer, new Seed(3), RunOptions.DEFAULT.recording(new Recording.Last(50)))
                    .writeTrace(out);
        }
        assertTrue(Files.readAllLines(trace).get(1).contains("\"trace-cut\""));
        assertInstanceOf(Replay.Same.class, Replay.of(TraceFile.read(trace), longer, Watcher.PATIENT));
    }

    @Test
    void anInterruptedRunIsReplayedToWhereItEnded() throws Exception {
        notebooks.duration = 3600 * Notebooks.SECOND;
        Subject longer = notebooks.subject();
        FinishedRun interrupted = record(longer, (now, events) -> now < 3 * Notebooks.SECOND);
        assertTrue(interrupted.result().judgement().interrupted());
        Replay replay = Replay.of(TraceFile.read(trace), longer, Watcher.PATIENT);
        assertEquals(
                interrupted.result().extent().digest(),
                assertInstanceOf(Replay.Same.class, replay).result().extent().digest());
    }

    @Test
    void anEditedEventIsFound() throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(trace));
        String edited = lines.get(700).replaceFirst("\"t\":", "\"t\":1");
        lines.set(700, edited);
        Files.write(trace, lines);
        assertFalse(assertNotNullEnd(TraceFile.read(trace)).intact());
        Replay.Different different = assertInstanceOf(Replay.Different.class, replay());
        assertEquals(700, different.event());
        assertEquals(edited, different.recorded());
        assertTrue(different.replayed().startsWith("{\"i\":700,"), different::toString);
    }

    @Test
    void anEventThatIsLeftOutIsFound() throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(trace));
        lines.remove(lines.size() - 2);
        Files.write(trace, lines);
        assertEquals(
                lines.size() - 1,
                assertInstanceOf(Replay.Different.class, replay()).event());
    }

    @Test
    void aTraceThatIsCutOffIsComparedAsFarAsItGoes() throws Exception {
        byte[] bytes = Files.readAllBytes(trace);
        for (int length : List.of(bytes.length / 2, bytes.length - 1)) {
            Files.write(trace, Arrays.copyOf(bytes, length));
            assertNull(TraceFile.read(trace).end());
            long whole = Files.readAllLines(trace).size() - 2L;
            assertEquals(whole, assertInstanceOf(Replay.CutOff.class, replay()).events());
        }
    }

    @Test
    void anotherSystemUnderTheSameScenarioIsFound() throws Exception {
        notebooks.options.put("durable", "false");
        Replay replay = Replay.of(TraceFile.read(trace), notebooks.subject(), Watcher.PATIENT);
        assertInstanceOf(Replay.Different.class, replay);
    }

    @Test
    void whatIsNoTraceIsRefused() throws Exception {
        for (String text : List.of(
                "",
                "{}\n",
                "hello\n",
                "{\"format\":\"orrery-trace\",\"v\":1",
                "{\"format\":\"orrery-trace\",\"v\":1}\n",
                "{\"format\":\"orrery-result\",\"v\":1}\n")) {
            Files.writeString(trace, text);
            NoTraceException refused = assertThrows(NoTraceException.class, () -> TraceFile.read(trace), text);
            assertTrue(String.valueOf(refused.getMessage()).startsWith(trace + " is no "), refused::getMessage);
        }
    }

    @Test
    void aTraceOfAnotherFormatIsRefusedByName() throws Exception {
        Files.writeString(trace, Files.readString(trace).replaceFirst("\"v\":1", "\"v\":2"));
        NoTraceException refused = assertThrows(NoTraceException.class, () -> TraceFile.read(trace));
        assertEquals(
                trace + " is a trace of format 2, and this version of orrery reads format 1", refused.getMessage());
    }

    private static TraceFile.End assertNotNullEnd(TraceFile file) {
        TraceFile.End end = file.end();
        assertNotNull(end);
        return end;
    }

    private Replay replay() throws IOException, NoTraceException {
        return Replay.of(TraceFile.read(trace), subject, Watcher.PATIENT);
    }
}
