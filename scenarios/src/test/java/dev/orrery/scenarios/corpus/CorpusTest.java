package dev.orrery.scenarios.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.brittle.Brittle;
import dev.orrery.scenarios.corpus.Recurrence.Outcome;
import dev.orrery.scenarios.run.Watcher;
import dev.orrery.scenarios.shrink.Shrinking;
import dev.orrery.sim.random.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CorpusTest {
    private static final Shrinking.Budget ENOUGH = runs -> runs < 2_000;

    @TempDir
    private Path folder = Path.of("");

    private String saved(String flaw) throws IOException {
        Optional<Path> file = new Corpus(folder).save(Brittle.subject(flaw), new Seed(7), ENOUGH);
        return Files.readString(file.orElseThrow());
    }

    private static Recurrence replay(String text) throws NoCaseException {
        return Recurrence.of(SavedCase.read("case.yaml", text), Watcher.PATIENT);
    }

    @Test
    void aCaseIsNamedForWhatFailsAndIsFoundAgain() throws IOException, NoCaseException {
        Corpus corpus = new Corpus(folder.resolve("failures"));
        assertEquals(List.of(), corpus.files());
        corpus.save(Brittle.subject("overtaking"), new Seed(7), ENOUGH);
        assertEquals(
                "brittle-overtaking-unbroken-0x7.yaml",
                corpus.files().get(0).getFileName().toString());
        SavedCase read = Corpus.read(corpus.files().get(0));
        assertEquals("unbroken: <node> is broken", read.signature().toString());
        assertTrue(corpus.has(read.signature()));
        assertEquals(new Seed(7), read.seed());
        assertFalse(read.story().isEmpty());
    }

    @Test
    void whatDoesNotFailIsNotSaved() throws IOException {
        Corpus corpus = new Corpus(folder);
        assertEquals(Optional.empty(), corpus.save(Brittle.subject("none"), new Seed(7), ENOUGH));
        assertEquals(List.of(), corpus.files());
    }

    @Test
    void aCaseStillFailsEventByEvent() throws IOException, NoCaseException {
        for (String flaw : List.of("all-of-it", "overtaking", "throw", "at-the-end", "always")) {
            assertEquals(new Recurrence(Outcome.STILL_FAILS, ""), replay(saved(flaw)), flaw);
        }
    }

    @Test
    void aCaseOutlivesAnAddedNoteMetricAndKindOfMessage() throws IOException, NoCaseException {
        for (String flaw : List.of("all-of-it", "overtaking", "throw")) {
            String text = saved(flaw);
            for (String addition : List.of("note", "metric", "message")) {
                String later = text.replace("flaw: " + flaw, "flaw: " + flaw + ", addition: " + addition);
                assertTrue(replay(later).fails(), () -> flaw + " with one " + addition + " more: " + later);
            }
        }
    }

    @Test
    void aFixedBugIsToldFromACaseThatNoLongerApplies() throws IOException, NoCaseException {
        String overtaking = saved("overtaking");
        assertEquals(
                Outcome.FIXED,
                replay(overtaking.replace("flaw: overtaking", "flaw: none")).outcome());
        Recurrence gone = replay(overtaking.replace("kind: Ask", "kind: Wish").replace("kind: Ahead", "kind: Wish"));
        assertEquals(Outcome.NO_LONGER_APPLIES, gone.outcome());
        assertTrue(gone.words().contains("nobody sent Wish "), gone.words());
    }

    @Test
    void anotherFailureAndAScenarioThatMeansNothingAreNoFix() throws IOException, NoCaseException {
        String text = saved("all-of-it");
        Recurrence other = replay(text.replace("is broken", "is bent"));
        assertEquals(Outcome.NO_LONGER_APPLIES, other.outcome());
        assertTrue(other.words().startsWith("it fails otherwise: unbroken: <node> is broken"), other.words());
        Recurrence nothing = replay(text.replace("name: brittle,", "name: britle,"));
        assertEquals(Outcome.NO_LONGER_APPLIES, nothing.outcome());
        assertTrue(nothing.words().contains("britle"), nothing.words());
    }

    @Test
    void theFirstDifferenceOfAFixedCaseIsTold() throws IOException, NoCaseException {
        String text = saved("throw").replace("flaw: throw", "flaw: none");
        Recurrence fixed = replay(text.replaceFirst("c1 asks for", "c9 asks for"));
        assertEquals(Outcome.FIXED, fixed.outcome());
        assertTrue(fixed.words().matches("then: .* c9 asks for .*; now: .* c1 asks for .*"), fixed.words());
    }

    @Test
    void aScenarioWithoutTheCommentsIsNoCase() {
        assertThrows(NoCaseException.class, () -> SavedCase.read("scenario.yaml", Brittle.text("throw")));
    }
}
