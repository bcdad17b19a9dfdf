package dev.orrery.scenarios.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of errors in a scenario file. A code keeps its meaning for good: a kind that no longer occurs leaves a gap in
 * the numbers.
 */
public enum ProblemCode {
    EMPTY(1, "the file is empty", """
            The file holds nothing, or only comments.

            Why: an empty file is most likely the wrong one, or one that was cut off while it was written.

            Cure: write the scenario, or name the file that holds it."""),
    TOO_LARGE(2, "the file is too large", """
            The file is larger than 1 MiB (1048576 bytes).

            Why: a scenario is written by hand and is some hundred lines long. A file of that size is most likely
            a trace or another result that was named by mistake.

            Cure: name the scenario's file."""),
    NOT_TEXT(3, "the file is not text in UTF-8", """
            The file holds bytes that are not UTF-8, or the character NUL, which no text holds.

            Why: guessing an encoding would make one file mean different things on different machines.

            Cure: save the file as UTF-8, or name the scenario's file if this one is an archive or a picture."""),
    CONTROL_CHARACTER(4, "a control character", """
            The file holds a character that YAML does not allow: a control character other than the end of a line,
            or a byte order mark that is not at the very beginning.

            Why: such a character is invisible, so the file does not say what it seems to say.

            Cure: delete the character. In double quotes it can be written as an escape: "\\u0007"."""),
    TAB(5, "a tab", """
            The file holds a tab.

            Why: in YAML the indentation carries the meaning, and how far a tab indents depends on who reads it.
            So a tab is refused everywhere, in comments and quotes too.

            Cure: use spaces; most editors can be told to write spaces for the tab key. In double quotes a tab can be
            written as an escape: "\\t"."""),
    SYNTAX(6, "this is not YAML", """
            The file breaks the rules of YAML at this place. Nothing after it was looked at.

            Why: the usual reasons are a bracket or a quote that is not closed (the message then says where it was
            opened), a line that is indented unlike its neighbours, a colon without a space behind it, and a text
            that holds ': ' or begins with one of @ ` % & * ! | > { [ and is not in quotes.

            Cure: look at the marked place and at the line before it."""),
    TOO_DEEP(7, "nested too deeply", """
            Mappings and sequences are nested more than 64 levels deep.

            Why: a scenario is nearly flat, so this is a mistake, or a file made to exhaust its reader.

            Cure: remove brackets or indentation."""),
    SEVERAL_DOCUMENTS(8, "more than one document", """
            The file holds several YAML documents, separated by a line '---'.

            Why: a file is one scenario. A reader that takes only the first document silently drops the others.

            Cure: write each document into a file of its own."""),
    DIRECTIVE(9, "a directive", """
            The file begins with a YAML directive: %YAML or %TAG.

            Why: a scenario is always YAML 1.2 and has no tags, so a directive that asks for anything else would be
            ignored.

            Cure: delete the line."""),
    ANCHOR(10, "an anchor", """
            A value is given a name with &name, so that it can be repeated elsewhere.

            Why: what a scenario says stands where it is said. Repeated values make the place of an error unclear, and
            a few lines of them can stand for billions of values.

            Cure: delete the anchor and write the value out wherever it is needed. If a text begins with &, put it in
            quotes."""),
    ALIAS(11, "an alias", """
            A value is repeated with *name.

            Why: what a scenario says stands where it is said. Some readers of YAML take an alias for plain text, which
            is then a wrong value that nobody notices.

            Cure: write the value out. If a text begins with *, put it in quotes."""),
    MERGE_KEY(12, "a merge key", """
            A mapping takes over the keys of another one with <<.

            Why: merging belongs to YAML 1.1 and is not part of YAML 1.2. What a scenario says stands where it is said.

            Cure: write the keys out."""),
    TAG(13, "a tag", """
            A value is given a type with !tag or !!type.

            Why: the key decides what its value means, so a tag could only agree or contradict.

            Cure: delete the tag. If a text begins with !, put it in quotes."""),
    UNKNOWN_KEY(14, "an unknown key", """
            A key means nothing in the mapping where it stands.

            Why: a key that is read and has no effect would make a run say less than its file seems to ask for. So
            every key is known or refused.

            Cure: correct the spelling, or move the key to the mapping that it belongs to."""),
    DUPLICATE_KEY(15, "a key is given twice", """
            A mapping holds the same key twice.

            Why: only one of the values could count, and readers of YAML do not agree which.

            Cure: delete one of them."""),
    KEY_NOT_TEXT(16, "a key that is not a text", """
            A key is itself a mapping or a sequence. Nothing after it was looked at.

            Why: YAML allows it, but every key of a scenario is a plain word. Most often a bracket or a brace was
            meant to be part of a text.

            Cure: write a word, or put the text in quotes.""");

    private final int number;
    private final String title;
    private final String explanation;

    ProblemCode(int number, String title, String explanation) {
        this.number = number;
        this.title = title;
        this.explanation = explanation;
    }

    /** What reports call it: {@code S001}. */
    public String id() {
        return String.format(Locale.ROOT, "S%03d", number);
    }

    /** A few words. */
    public String title() {
        return title;
    }

    /** What it is, why it is an error, and what to do: several paragraphs. */
    public String explanation() {
        return explanation;
    }

    /** The kind of that id, in upper or lower case; nothing if there is none. */
    public static Optional<ProblemCode> of(String id) {
        return Arrays.stream(values())
                .filter(code -> code.id().equalsIgnoreCase(id))
                .findFirst();
    }

    /** All ids, in order. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(ProblemCode::id).toList();
    }
}
