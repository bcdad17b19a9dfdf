package dev.orrery.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.reports.run.RunFolderException;
import dev.orrery.sim.history.History;
import dev.orrery.sim.random.RandomStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page of a run as a whole; every page that is written here is parsed as XML. */
final class ReportTest {
    private static final String HOSTILE = "</script><script>alert(1)</script>\"'&\u0007";

    @TempDir
    private Path folder;

    private final SampleRun run = SampleRun.small();

    @Test
    void theSectionsStandInTheirOrder() throws Exception {
        run.notices.add("1 200 changes of role are left out.");

        assertEquals(
                List.of(
                        "verdict",
                        "checks",
                        "timeline",
                        "faults",
                        "load",
                        "messages",
                        "metrics",
                        "goals",
                        "notices",
                        "scenario",
                        "origin"),
                ids(written()));
    }

    @Test
    void theSameFolderGivesTheSameBytes() throws Exception {
        String first = page();

        assertEquals(first, page());
    }

    @Test
    void theHistoryInMemoryGivesThePageOfTheHistoryInTheFolder() throws Exception {
        run.verdict = "fail";
        run.checks.add(
                SampleRun.check("register", "fail", "c1 read what nobody wrote", "null", "null", "[0,1,2,3,4,5]"));
        History history = run.writeTo(folder);

        String fromMemory = Files.readString(Report.writePage(folder, history));

        assertEquals(Files.readString(Report.writePage(folder)), fromMemory);
    }

    @Test
    void nothingUnfinishedIsLeftBehind() throws Exception {
        page();

        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("history.edn", "report.html", "result.json", "scenario.yaml"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void aFolderThatHoldsNoRunStaysAsItIs() throws IOException {
        Files.writeString(folder.resolve("report.html"), "the one before");

        assertThrows(RunFolderException.class, () -> Report.writePage(folder));

        assertEquals("the one before", Files.readString(folder.resolve("report.html")));
    }

    @Test
    void aRunThatPassesSaysSoAndHowToSeeItAgain() throws Exception {
        String page = page();

        assertContains(page, "<p class=\"headline\">All 4 checks pass.</p>");
        assertContains(page, "<pre id=\"reproduce\" tabindex=\"0\">orrery run raft-leader-isolated --seed 0x2A</pre>");
        assertContains(page, "<title>✓ raft-leader-isolated · Orrery</title>");
    }

    @Test
    void aViolationIsNamedWithItsReasonAndItsPlace() throws Exception {
        breakElectionSafety();

        String page = page();

        assertContains(page, "<p class=\"headline\">election-safety is violated.</p>");
        assertContains(page, "<p class=\"because\">n3 and n4 both lead term 3</p>");
        assertContains(page, "15.250\u202Fs, event 4\u202F812");
        assertContains(page, "✗ election-safety broke at 15.250\u202Fs");
    }

    @Test
    void theTimeRightBeforeAViolationIsShownAgainFromNear() throws Exception {
        breakElectionSafety();

        assertContains(page(), "The last 5\u202Fs before it broke");
    }

    @Test
    void aViolationThatIsExpectedIsCalledThat() throws Exception {
        breakElectionSafety();
        run.expect = "fail";

        assertContains(page(), "<p class=\"headline\">election-safety is violated, as the scenario expects.</p>");
        assertContains(page(), "<title>✓ raft-leader-isolated · Orrery</title>");
    }

    @Test
    void aPassThatIsNotExpectedIsCalledThat() throws Exception {
        run.expect = "election-safety";

        assertContains(page(), "All 4 checks pass, but election-safety was expected to be violated.");
    }

    @Test
    void theOperationsThatBrokeACheckAreDrawn() throws Exception {
        run.verdict = "fail";
        run.checks.add(
                SampleRun.check("register", "fail", "c1 read what nobody wrote", "null", "null", "[3,1,999999]"));

        String page = page();

        assertContains(page, "<code>register</code></h3>");
        assertContains(page, "<title>operation 3: ");
    }

    @Test
    void anInterruptedRunSaysHowFarItCame() throws Exception {
        run.interrupted = true;

        assertContains(page(), "The run was interrupted after 60\u202Fs of virtual time");
    }

    @Test
    void aRunWithoutOperationsSaysThatThereIsNothingToDraw() throws Exception {
        run.operations = 0;

        assertContains(page(), "No operation completed, so there is nothing to draw.");
    }

    @Test
    void aRunOfNothingHasAPage() throws Exception {
        run.operations = 0;
        run.nodes = 0;
        run.length = 0;
        run.checks.clear();
        run.withoutFaults();

        String page = page();

        assertContains(page, "Nothing was checked.");
        assertContains(page, "There were no nodes.");
        assertContains(page, "No fault was executed.");
    }

    @Test
    void oneNodeAndAHundredHaveAPage() throws Exception {
        run.withoutFaults();
        run.nodes = 1;
        assertContains(page(), ">n1</text>");

        run.nodes = 100;
        assertContains(page(), "100 nodes");
    }

    @Test
    void aHundredThousandOperationsFitIntoAPage() throws Exception {
        run.writeTo(folder);
        RandomStream random = new RandomStream(7);
        History history = new History();
        for (int i = 0; i < 100_000; i++) {
            long at = i * 600_000L;
            history.ok(history.invoke(0, "read", null, null, at, at), 1L, at + random.below(599_999));
        }

        String page = Files.readString(Report.writePage(folder, history));

        assertTrue(page.length() < 1_500_000, "a page of " + page.length() + " characters");
    }

    @Test
    void manyFaultsFitIntoAPageThatSaysWhatItLeavesOut() throws Exception {
        for (int i = 7; i < 1000; i++) {
            long at = (i % 60) * SampleRun.SECOND;
            run.moreFaults.add(SampleRun.fault("f" + i, at, at + 5 * SampleRun.SECOND, "loss", "", "a tenth is lost"));
        }

        String page = page();

        assertContains(page, "The first 200 of 999 faults.");
        assertContains(page, "more, in the table below");
        assertTrue(page.length() < 1_500_000, "a page of " + page.length() + " characters");
    }

    @Test
    void noTextOfARunBecomesMarkup() throws Exception {
        run.name = HOSTILE;
        run.description = HOSTILE;
        run.notices.add(HOSTILE);
        run.scenarioText = HOSTILE;
        run.verdict = "fail";
        run.checks.add(SampleRun.check(HOSTILE, "fail", HOSTILE, "1", "5", "[0]"));
        run.moreFaults.add(SampleRun.fault("f7", 1, 2L, HOSTILE, "\"n1\"", HOSTILE));

        Document page = written();

        NodeList scripts = page.getElementsByTagName("script");
        assertEquals(1, scripts.getLength());
        assertTrue(scripts.item(0).getTextContent().contains("\"use strict\""));
        assertFalse(page().contains("<script>alert"));
    }

    @Test
    void thePageLoadsNothing() throws Exception {
        String page = page().replace("http://www.w3.org/", "");

        assertFalse(page.contains("http:") || page.contains("https:") || page.contains("src="), "a link to elsewhere");
        assertContains(
                page,
                "content=\"default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; script-src &#39;sha256-");
    }

    private void breakElectionSafety() {
        run.verdict = "fail";
        run.checks.set(
                0,
                SampleRun.check("election-safety", "fail", "n3 and n4 both lead term 3", "4812", "15250000000", "[]"));
    }

    private String page() throws Exception {
        run.writeTo(folder);
        String page = Files.readString(Report.writePage(folder));
        parse(page);
        return page;
    }

    private Document written() throws Exception {
        return parse(page());
    }

    private static Document parse(String page) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    /** The sections' names, in the order of the page. */
    private static List<String> ids(Document page) {
        NodeList parts = page.getElementsByTagName("main").item(0).getChildNodes();
        return IntStream.range(0, parts.getLength())
                .mapToObj(parts::item)
                .filter(Element.class::isInstance)
                .map(part -> ((Element) part).getAttribute("id"))
                .toList();
    }

    private static void assertContains(String page, String part) {
        assertTrue(page.contains(part), () -> "the page lacks " + part);
    }
}
