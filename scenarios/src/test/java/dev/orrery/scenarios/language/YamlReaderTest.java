package dev.orrery.scenarios.language;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.language.YamlNode.Entry;
import dev.orrery.scenarios.language.YamlNode.Mapping;
import dev.orrery.scenarios.language.YamlNode.Scalar;
import dev.orrery.scenarios.language.YamlNode.Sequence;
import dev.orrery.scenarios.language.YamlReader.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class YamlReaderTest {

    @Test
    void everyNodeKnowsItsPlace() throws IOException {
        Mapping root = good("""
                # a comment
                name: raft
                faults:
                  - kill: {target: n1}
                    every: 10s
                """);
        assertEquals(
                new Entry(key("name", 2, 1), new Scalar("raft", true, 2, 7, 4)),
                root.entries().get(0));
        assertEquals(key("faults", 3, 1), root.entries().get(1).key());
        Sequence faults = assertInstanceOf(Sequence.class, root.entries().get(1).value());
        assertEquals("4:3", place(faults));
        Mapping fault = assertInstanceOf(Mapping.class, faults.items().get(0));
        assertEquals("4:5", place(fault));
        Entry target = new Entry(key("target", 4, 12), new Scalar("n1", true, 4, 20, 2));
        assertEquals(
                List.of(
                        new Entry(key("kill", 4, 5), new Mapping(List.of(target), 4, 11, 12)),
                        new Entry(key("every", 5, 5), new Scalar("10s", true, 5, 12, 3))),
                fault.entries());
    }

    @Test
    void whatOtherReadersTakeForNumbersAndBooleansStaysText() throws IOException {
        List<String> texts = List.of(
                "010",
                "0x10",
                "0o17",
                "1_000",
                "1e3",
                "12:30:00",
                "2024-01-01",
                ".inf",
                "+5",
                "no",
                "on",
                "Yes",
                "true",
                "True",
                "null",
                "~",
                "18446744073709551616");
        for (String text : texts) {
            Mapping root = good("a: " + text + "\n");
            assertEquals(
                    new Scalar(text, true, 1, 4, text.length()),
                    root.entries().get(0).value());
        }
    }

    @Test
    void aNumberOfAnyLengthIsText() throws IOException {
        String digits = "7".repeat(5000);
        assertEquals(digits, scalar(good("a: " + digits)).text());
    }

    @Test
    void quotesAndBlocksAreRead() throws IOException {
        assertEquals(new Scalar("*x", false, 1, 4, 4), scalar(good("a: '*x'\n")));
        assertEquals(new Scalar("\t", false, 1, 4, 4), scalar(good("a: \"\\t\"\n")));
        assertEquals(new Scalar("one\ntwo\n", false, 1, 4, 1), scalar(good("a: |\n  one\n  two\n")));
        assertEquals(new Scalar("one two", true, 1, 4, 3), scalar(good("a: one\n  two\n")));
        assertEquals(new Scalar("", true, 1, 3, 1), scalar(good("a:\n")));
        assertEquals(new Scalar("", false, 1, 4, 2), scalar(good("a: ''\n")));
    }

    @Test
    void columnsCountCodePointsWhateverTheLineEnds() throws IOException {
        for (String end : List.of("\n", "\r\n", "\r")) {
            Mapping root = good("\uFEFFa: 1" + end + "\uD83D\uDE00: {x: y}" + end);
            Mapping inner =
                    assertInstanceOf(Mapping.class, root.entries().get(1).value());
            assertEquals(List.of(new Entry(key("x", 2, 5), new Scalar("y", true, 2, 8, 1))), inner.entries());
        }
    }

    @Test
    void nothingIsNoScenario() throws IOException {
        for (String text : List.of("", "\n", "# only a comment\n", "---\n", "\uFEFF")) {
            assertEquals(List.of("S001 1:1+1 the file is empty"), errors(text));
        }
    }

    @Test
    void aFileMayHaveOneMebibyte() throws IOException {
        String text = "a: " + "x".repeat(YamlReader.MOST_BYTES - 3);
        assertEquals(List.of(), errors(text));
        assertEquals(List.of("S002 1:1+1 the file is larger than 1 MiB"), errors(text + "x"));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        byte[] bytes = "a: 1\n\u00e4: x\n".getBytes(StandardCharsets.UTF_8);
        bytes[9] = (byte) 0xFF;
        assertEquals(List.of("S003 2:4+1 the byte 0xFF is not UTF-8"), errors(bytes));
        assertEquals(List.of("S003 1:2+1 the byte 0xC3 is not UTF-8"), errors(new byte[] {'a', (byte) 0xC3}));
    }

    @Test
    void binaryIsRefusedOnce() throws IOException {
        assertEquals(
                List.of("S003 2:2+1 the file holds the character NUL, so it is not text"),
                errors("PK\nx\0\0\0\n\0\n*x"));
    }

    @Test
    void controlCharactersAreRefused() throws IOException {
        assertEquals(
                List.of(
                        "S004 1:5+1 the control character U+001B is not allowed",
                        "S004 2:4+1 the control character U+FEFF is not allowed"),
                errors("a: x\u001B[31m\nb: \uFEFFy\n"));
    }

    @Test
    void aTabIsRefusedWhereverItStands() throws IOException {
        assertEquals(List.of("S005 2:1+1 a tab is not allowed, use spaces"), errors("a:\n\tb: 2\n"));
        assertEquals(List.of("S005 1:3+1 a tab is not allowed, use spaces"), errors("a:\t1\n"));
        assertEquals(List.of("S005 1:8+1 a tab is not allowed, use spaces"), errors("a: 1 # \tx\n"));
    }

    @Test
    void syntaxErrorsStandAtTheMarkOfTheProblem() throws IOException {
        assertEquals(List.of("S006 2:3+1 mapping values are not allowed here"), errors("a: 1\n b: 2\n"));
        assertEquals(
                List.of("S006 3:1+1 expected ',' or ']', but got <stream end>,"
                        + " while parsing a flow sequence that begins at 1:4"),
                errors("a: [1,\n b\n"));
        assertEquals(
                List.of("S006 2:1+1 found unexpected end of stream, while scanning a quoted scalar that begins at 1:4"),
                errors("a: 'x\n"));
        assertEquals(List.of("S006 1:4+1 found character '@' that cannot start any token"), errors("a: @x\n"));
        assertEquals(
                List.of("S006 2:1+1 expected <block end>, but found '-',"
                        + " while parsing a block mapping that begins at 1:1"),
                errors("a: x\n- b\n"));
    }

    @Test
    void sixtyFourLevelsAreDeepEnough() throws IOException {
        assertEquals(List.of(), errors("[".repeat(64) + "]".repeat(64)));
        assertEquals(List.of("S007 1:65+1 nested more than 64 levels deep"), errors("[".repeat(65) + "]".repeat(65)));
        assertEquals(List.of("S007 1:65+1 nested more than 64 levels deep"), errors("[".repeat(100_000)));
        assertEquals(List.of("S007 1:257+1 nested more than 64 levels deep"), errors("{a: ".repeat(65)));
    }

    @Test
    void aFileIsOneDocument() throws IOException {
        String message = "a second document begins here, a file holds one scenario";
        assertEquals(List.of(), errors("---\na: 1\n...\n"));
        assertEquals(List.of("S008 2:1+3 " + message), errors("a: 1\n---\nb: 1\n"));
        assertEquals(List.of("S008 2:1+3 " + message), errors("a: 1\n--- b\n"));
        assertEquals(List.of("S008 2:1+3 " + message), errors("a: 1\n---\n"));
        assertEquals(List.of("S008 3:1+3 " + message), errors("---\na: 1\n---\n\n# c\nb: 1\n---\nc: 1\n"));
        assertEquals(
                List.of("S006 3:1+1 expected '<document start>', but found '<block mapping start>'"),
                errors("a: 1\n...\nb: 1\n"));
    }

    @Test
    void directivesAreRefused() throws IOException {
        assertEquals(
                List.of("S009 2:1+9 a directive is not allowed, a scenario is always YAML 1.2"),
                errors("# c\n%YAML 1.1\n---\na: no\n"));
    }

    @Test
    void anchorsAreRefused() throws IOException {
        assertEquals(List.of("S010 1:4+2 the anchor '&x' is not allowed"), errors("a: &x 1\n"));
        assertEquals(List.of("S010 1:1+2 the anchor '&k' is not allowed"), errors("&k a: 1\n"));
        assertEquals(List.of("S010 1:4+2 the anchor '&m' is not allowed"), errors("a: &m\n  b: 1\n"));
        assertEquals(List.of("S010 1:4+2 the anchor '&s' is not allowed"), errors("a: &s [1, 2]\n"));
    }

    @Test
    void aliasesAreRefused() throws IOException {
        assertEquals(List.of("S011 1:4+2 the alias '*x' is not allowed"), errors("a: *x\n"));
        assertEquals(List.of("S011 1:5+2 the alias '*x' is not allowed"), errors("a: [*x]\n"));
        assertEquals(List.of("S011 2:1+2 the alias '*x' is not allowed"), errors("a: 1\n*x : 2\n"));
    }

    @Test
    void mergeKeysAreRefused() throws IOException {
        assertEquals(
                List.of(
                        "S012 2:1+2 a merge key is not allowed, write the keys out",
                        "S011 2:5+2 the alias '*x' is not allowed"),
                errors("a: 1\n<<: *x\n"));
    }

    @Test
    void tagsAreRefused() throws IOException {
        assertEquals(List.of("S013 1:4+5 the tag '!!str' is not allowed"), errors("a: !!str 1\n"));
        assertEquals(List.of("S013 1:1+2 the tag '!t' is not allowed"), errors("!t a: 1\n"));
        assertEquals(List.of("S013 1:4+8 the tag '!!binary' is not allowed"), errors("a: !!binary '*'\n"));
        assertEquals(List.of("S013 1:4+4 the tag '!x!y' is not allowed"), errors("a: !x!y b\n"));
        assertEquals(
                List.of("S010 1:4+2 the anchor '&x' is not allowed", "S013 1:7+2 the tag '!t' is not allowed"),
                errors("a: &x !t 1\n"));
    }

    @Test
    void aKeyMayBeGivenOnce() throws IOException {
        assertEquals(
                List.of("S015 3:1+4 the key 'seed' is given twice, first at 1:1"),
                errors("seed: 1\nname: x\nseed: 2\n"));
        assertEquals(
                List.of("S015 2:1+3 the key 'a' is given twice, first at 1:1"), errors("a: {a: 1}\n'a': {a: 1}\n"));
    }

    @Test
    void aKeyIsText() throws IOException {
        assertEquals(List.of("S016 1:3+1 a key must be a text"), errors("? [a]\n: b\n"));
        assertEquals(List.of("S016 1:2+1 a key must be a text"), errors("{{a: b}: c}\n"));
    }

    @Test
    void oneReadingFindsAllErrors() throws IOException {
        Reading reading =
                read("%YAML 1.1\n---\na: &x 1\nb:\t*x\na: !t 2\n---\nc: 3\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of("S009 1:1", "S010 3:4", "S005 4:3", "S011 4:4", "S015 5:1", "S013 5:4", "S008 6:1"),
                reading.problems().stream()
                        .map(p -> p.code().id() + " " + p.line() + ":" + p.column())
                        .toList());
        assertNotNull(reading.root(), "what the file says is clear enough to look for more errors in it");
    }

    @Test
    void errorsBeforeABrokenPlaceAreReportedToo() throws IOException {
        Reading reading = read("a: 1\na: 2\nb: ]\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of(ProblemCode.DUPLICATE_KEY, ProblemCode.SYNTAX),
                reading.problems().stream().map(Problem::code).toList());
        assertNull(reading.root());
    }

    @Test
    void whateverTheFileHoldsThereIsATreeOrAReason() throws IOException {
        String good = "name: x\nfaults:\n  - {kill: 'n1', at: [1s, \"2s\"]}\n  - a: |\n      b\n# c\nd: \u00e4\r\n";
        String bad = "&*!<:-?{}[],#|>@`%'\" \n\t\r.~a\u0000\u0085\u2028\uFEFF\u00e4";
        for (long seed = 0; seed < 3000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder text = new StringBuilder(good);
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                int at = random.nextInt(text.length());
                int end = Math.min(text.length(), at + random.nextInt(2));
                text.replace(
                        at, end, bad.substring(random.nextInt(bad.length())).substring(0, 1));
            }
            Reading reading =
                    assertDoesNotThrow(() -> read(text.toString().getBytes(StandardCharsets.UTF_8)), "seed " + seed);
            assertTrue(reading.root() != null || !reading.problems().isEmpty(), "seed " + seed);
            for (Problem problem : reading.problems()) {
                String line = reading.source().line(problem.line());
                int end = problem.column() - 1 + problem.length();
                boolean atEnd = problem.length() == 1 && end == line.codePointCount(0, line.length()) + 1;
                assertTrue(
                        problem.line() <= reading.source().lines().size()
                                && (atEnd || end <= line.codePointCount(0, line.length())),
                        "seed " + seed + ": " + problem + " is outside the text");
            }
        }
    }

    private static Mapping good(String text) throws IOException {
        Reading reading = read(text.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), reading.problems());
        return assertInstanceOf(Mapping.class, reading.root());
    }

    private static Scalar scalar(Mapping root) {
        return assertInstanceOf(Scalar.class, root.entries().get(0).value());
    }

    private static Scalar key(String text, int line, int column) {
        return new Scalar(text, true, line, column, text.length());
    }

    private static String place(YamlNode node) {
        return node.line() + ":" + node.column();
    }

    private static List<String> errors(String text) throws IOException {
        return errors(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> errors(byte[] bytes) throws IOException {
        Reading reading = read(bytes);
        assertTrue(reading.root() != null || !reading.problems().isEmpty(), "a tree, or a reason why there is none");
        return reading.problems().stream()
                .map(p -> p.code().id() + " " + p.line() + ":" + p.column() + "+" + p.length() + " " + p.message())
                .toList();
    }

    private static Reading read(byte[] bytes) throws IOException {
        return YamlReader.read("x.yaml", new ByteArrayInputStream(bytes));
    }
}
