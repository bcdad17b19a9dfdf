package dev.orrery.scenarios.language;

import dev.orrery.scenarios.language.YamlNode.Entry;
import dev.orrery.scenarios.language.YamlNode.Mapping;
import dev.orrery.scenarios.language.YamlNode.Scalar;
import dev.orrery.scenarios.language.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * Builds the tree from the tokens of one file. A token's place is where its anchor, tag or alias begins if it has one, so
 * the character at that place tells them apart from everything that is allowed.
 */
final class YamlTree {

    /** How many mappings and sequences may be open at once. */
    static final int DEEPEST = 64;

    /** Every document but the first begins with it, at the start of a line. */
    private static final String DOCUMENT_START = "---";

    private static final String NOT_ALLOWED = " is not allowed";

    private static final YAMLFactory FACTORY = new YAMLFactory();

    private final SourceText source;
    private final int[] text;
    private final Problems problems;
    private final JsonParser parser;
    private int depth;
    private boolean atKey;

    private YamlTree(SourceText source, String text, Problems problems, JsonParser parser) {
        this.source = source;
        this.text = text.codePoints().toArray();
        this.problems = problems;
        this.parser = parser;
    }

    /** The tree, or null if the file has none or it cannot be read to its end; the problems then say why. */
    static @Nullable YamlNode read(SourceText source, String text, Problems problems) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new YamlTree(source, text, problems, parser).document();
        }
    }

    private @Nullable YamlNode document() {
        try {
            JsonToken first = parser.nextToken();
            if (first == null || isNothing(first)) {
                problems.add(ProblemCode.EMPTY, 1, 1, 1, "the file is empty");
                return null;
            }
            YamlNode root = node(first);
            refuseAnotherDocument();
            return root;
        } catch (TooDeep stop) {
            return null;
        } catch (JacksonException | YamlEngineException error) {
            broken(error);
            return null;
        }
    }

    /** A document of which only the line {@code ---} is there. */
    private boolean isNothing(JsonToken token) {
        return token == JsonToken.VALUE_NULL && parser.getString().isEmpty();
    }

    private void refuseAnotherDocument() {
        JsonToken next = parser.nextToken();
        if (next == null) {
            // This was the end of the document, and what comes now may be the end of the file.
            next = parser.nextToken();
        }
        if (next == null) {
            return;
        }
        int line = parser.currentTokenLocation().getLineNr();
        while (!source.line(line).startsWith(DOCUMENT_START)) {
            line--;
        }
        String message = "a second document begins here, a file holds one scenario";
        problems.add(ProblemCode.SEVERAL_DOCUMENTS, line, 1, DOCUMENT_START.length(), message);
    }

    private YamlNode node(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> mapping();
            case START_ARRAY -> sequence();
            default -> scalar();
        };
    }

    private Mapping mapping() {
        TokenStreamLocation start = open();
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (nextKey() != JsonToken.END_OBJECT) {
            Scalar key = scalar();
            if (key.text().equals("<<") && key.plain()) {
                report(ProblemCode.MERGE_KEY, key, "a merge key is not allowed, write the keys out");
            }
            Entry entry = new Entry(key, node(parser.nextToken()));
            Entry earlier = entries.putIfAbsent(key.text(), entry);
            if (earlier != null) {
                String first = earlier.key().line() + ":" + earlier.key().column();
                String message = "the key " + Problem.quoted(key.text()) + " is given twice, first at " + first;
                report(ProblemCode.DUPLICATE_KEY, key, message);
            }
        }
        depth--;
        return new Mapping(List.copyOf(entries.values()), start.getLineNr(), start.getColumnNr(), lengthFrom(start));
    }

    private JsonToken nextKey() {
        atKey = true;
        JsonToken token = parser.nextToken();
        atKey = false;
        return token;
    }

    private Sequence sequence() {
        TokenStreamLocation start = open();
        List<YamlNode> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token));
        }
        depth--;
        return new Sequence(items, start.getLineNr(), start.getColumnNr(), lengthFrom(start));
    }

    private TokenStreamLocation open() {
        TokenStreamLocation start = parser.currentTokenLocation();
        refuseDecoration(start);
        if (++depth > DEEPEST) {
            String message = "nested more than " + DEEPEST + " levels deep";
            problems.add(ProblemCode.TOO_DEEP, start.getLineNr(), start.getColumnNr(), 1, message);
            throw new TooDeep();
        }
        return start;
    }

    private Scalar scalar() {
        TokenStreamLocation start = parser.currentTokenLocation();
        refuseDecoration(start);
        int length = lengthFrom(start);
        boolean plain = length == 0 || "'\"|>".indexOf(text[index(start)]) < 0;
        return new Scalar(parser.getString(), plain, start.getLineNr(), start.getColumnNr(), Math.max(1, length));
    }

    /** How many code points of its first line a node covers that began there and has ended just now. */
    private int lengthFrom(TokenStreamLocation start) {
        TokenStreamLocation end = parser.currentLocation();
        if (end.getLineNr() == start.getLineNr()) {
            return end.getColumnNr() - start.getColumnNr();
        }
        int from = index(start);
        int to = endOf(from, "\r\n");
        while (to > from && text[to - 1] == ' ') {
            to--;
        }
        return to - from;
    }

    private void refuseDecoration(TokenStreamLocation at) {
        refuseDecoration(at.getLineNr(), at.getColumnNr(), index(at));
    }

    /**
     * Reports the anchor, tag or alias that a node begins with; anchor and tag may both be there, in either order. A
     * mapping begins where its first key does, so the two may find the same one.
     */
    private void refuseDecoration(int line, int column, int index) {
        for (int from = index; isDecoration(from); ) {
            int to = endOf(from, " ,[]{}\r\n");
            String name = Problem.quoted(new String(text, from, to - from));
            int start = column + from - index;
            switch (text[from]) {
                case '&' ->
                    problems.add(ProblemCode.ANCHOR, line, start, to - from, "the anchor " + name + NOT_ALLOWED);
                case '!' -> problems.add(ProblemCode.TAG, line, start, to - from, "the tag " + name + NOT_ALLOWED);
                default -> problems.add(ProblemCode.ALIAS, line, start, to - from, "the alias " + name + NOT_ALLOWED);
            }
            from = to;
            while (from < text.length && text[from] == ' ') {
                from++;
            }
        }
    }

    private boolean isDecoration(int index) {
        return index < text.length && "&!*".indexOf(text[index]) >= 0;
    }

    /** Where the first of some characters stands, from an index on; the end of the text if none does. */
    private int endOf(int from, String ends) {
        int to = from;
        while (to < text.length && ends.indexOf(text[to]) < 0) {
            to++;
        }
        return to;
    }

    /** The parser counts code points. */
    private static int index(TokenStreamLocation place) {
        return (int) place.getCharOffset();
    }

    private void report(ProblemCode code, YamlNode node, String message) {
        problems.add(code, node.line(), node.column(), node.length(), message);
    }

    /** The parser gave up. The reason is often something that the language does not have anyway. */
    private void broken(RuntimeException error) {
        if (error.getCause() instanceof MarkedYamlEngineException marked
                && marked.getProblemMark().isPresent()) {
            broken(marked, marked.getProblemMark().get());
            return;
        }
        TokenStreamLocation at = parser.currentTokenLocation();
        if (isDecoration(index(at))) {
            refuseDecoration(at);
        } else if (atKey) {
            problems.add(ProblemCode.KEY_NOT_TEXT, at.getLineNr(), at.getColumnNr(), 1, "a key must be a text");
        } else {
            syntax(at.getLineNr(), at.getColumnNr(), String.valueOf(error.getMessage()));
        }
    }

    private void broken(MarkedYamlEngineException error, Mark mark) {
        int line = mark.getLine() + 1;
        int column = mark.getColumn() + 1;
        String message = error.getProblem().replaceFirst("\\.? *\\(Do not use .* for indentation\\)$", "");
        if (message.startsWith("found undefined tag handle")) {
            refuseDecoration(line, column, mark.getIndex());
            return;
        }
        String opened = error.getContextMark()
                .filter(context -> context.getIndex() != mark.getIndex())
                .map(context -> ", " + error.getContext() + " that begins at " + place(context))
                .orElse("");
        syntax(line, column, message + opened);
    }

    /** The parser's messages may quote the file and may have several lines. */
    private void syntax(int line, int column, String message) {
        StringBuilder oneLine = new StringBuilder();
        message.lines().findFirst().orElse("").codePoints().forEach(point -> oneLine.append(Problem.shown(point)));
        problems.add(ProblemCode.SYNTAX, line, column, 1, oneLine.toString());
    }

    private static String place(Mark mark) {
        return (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }

    /** Ends the reading; what is wrong has been reported. */
    private static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
