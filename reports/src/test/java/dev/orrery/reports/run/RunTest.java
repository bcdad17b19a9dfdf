package dev.orrery.reports.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.reports.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read from a run's folder, and what is said about a folder that holds none. */
final class RunTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeRun() throws IOException {
        SampleRun.small().writeTo(folder);
    }

    @Test
    void aWholeRunIsRead() throws Exception {
        Run run = Run.read(folder);

        assertEquals("raft-leader-isolated", run.result().scenario());
        assertEquals(Result.Verdict.PASS, run.result().verdict());
        assertEquals(
                List.of("n1", "n2", "n3", "n4", "n5"), run.result().system().nodes());
        assertEquals("50ms", run.result().system().options().get("heartbeat"));
        assertEquals("1", run.result().versions().get("trace"));
        assertEquals(run.history().size(), run.result().operations().all());
        assertEquals(List.of(), run.notices());
    }

    @Test
    void aFolderWithoutAResultIsNoRun() throws IOException {
        Files.delete(folder.resolve("result.json"));

        assertEquals(folder + " is not the folder of a run: it has no result.json", refusal());
    }

    @Test
    void aResultThatIsCutOffIsRefusedAtAnyPlace() throws IOException {
        String whole = Files.readString(folder.resolve("result.json"));
        for (int length = 0; length < whole.length() - 2; length += 97) {
            Files.writeString(folder.resolve("result.json"), whole.substring(0, length));

            String refusal = refusal();
            assertTrue(refusal.startsWith("cannot read " + folder.resolve("result.json") + ": it "), refusal);
        }
    }

    @Test
    void aResultOfAnotherVersionIsRefused() throws IOException {
        replaceInResult("\"v\":1,", "\"v\":2,");

        assertEquals(
                "cannot read " + folder.resolve("result.json") + ": it has version 2, and this orrery reads version 1:"
                        + " use the orrery that wrote it, or run the scenario again",
                refusal());
    }

    @Test
    void anotherDocumentIsRefused() throws IOException {
        Files.writeString(folder.resolve("result.json"), "[]");

        assertTrue(refusal().endsWith("it is not the result of a run: its format is not orrery-result"), refusal());
    }

    @Test
    void whatIsMissingOrOfAnotherKindIsNamedByItsPath() throws IOException {
        replaceInResult(
                "\"verdict\":\"pass\",\"message\":\"no two logs", "\"verdikt\":\"pass\",\"message\":\"no two logs");
        assertTrue(refusal().endsWith("result.json: checks[1].verdict is missing"), refusal());

        SampleRun.small().writeTo(folder);
        replaceInResult("\"events\":1284311", "\"events\":\"many\"");
        assertTrue(refusal().endsWith("result.json: events is not a whole number"), refusal());

        SampleRun.small().writeTo(folder);
        replaceInResult("\"verdict\":\"pass\",\"expect", "\"verdict\":\"perhaps\",\"expect");
        assertTrue(refusal().endsWith("result.json: it has the unknown verdict 'perhaps'"), refusal());
    }

    @Test
    void whatTheFormatGainsLaterIsLeftAside() throws Exception {
        replaceInResult("\"interrupted\":", "\"moon\":{\"phase\":[1,2,null]},\"interrupted\":");

        assertEquals("raft-leader-isolated", Run.read(folder).result().scenario());
    }

    @Test
    void aRunWithoutItsOtherFilesHasNotices() throws Exception {
        Files.delete(folder.resolve("history.edn"));
        Files.delete(folder.resolve("scenario.yaml"));

        Run run = Run.read(folder);

        assertEquals(0, run.history().size());
        assertEquals(
                List.of(
                        "There is no history.edn in the folder, so no operation is drawn.",
                        "There is no scenario.yaml in the folder, so the scenario is not shown."),
                run.notices());
    }

    @Test
    void aHistoryThatIsCutOffHasANoticeThatNamesThePlace() throws Exception {
        Files.writeString(folder.resolve("history.edn"), "{:index 0, :time 5");

        assertEquals(
                List.of("history.edn cannot be read, so no operation is drawn: line 1, column 1: '{' is never closed"),
                Run.read(folder).notices());
    }

    private String refusal() {
        return String.valueOf(
                assertThrows(RunFolderException.class, () -> Run.read(folder)).getMessage());
    }

    private void replaceInResult(String old, String replacement) throws IOException {
        Path file = folder.resolve("result.json");
        String text = Files.readString(file);
        assertTrue(text.contains(old), old);
        Files.writeString(file, text.replace(old, replacement));
    }
}
