package dev.orrery.scenarios.language.form;

import dev.orrery.scenarios.language.Problem;
import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.Problems;
import dev.orrery.scenarios.language.Suggestion;
import dev.orrery.scenarios.language.YamlNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One reading of one file: what is wrong with it so far, and what is known so far. */
public final class Scope {
    /** More names than these are not listed in a message. */
    private static final int MOST_LISTED = 12;

    private final Problems problems;
    private final Map<Fact<?>, Object> facts = new HashMap<>();
    private int errors;

    /** A reading in which nothing is known yet. */
    public Scope(Problems problems) {
        this.problems = problems;
    }

    /** A reading of the table itself, in which nothing can be wrong. */
    static Scope ofTable() {
        return new Scope(new Problems("table"));
    }

    /** Reports what is wrong with a node, in one line without a full stop. */
    public void problem(ProblemCode code, YamlNode at, String message) {
        report(code, at, message, Optional.empty());
    }

    /** How many errors have been reported so far; warnings do not count. */
    int errors() {
        return errors;
    }

    private void report(ProblemCode code, YamlNode at, String message, Optional<String> meant) {
        problems.add(code, at, message, meant);
        errors += code.isWarning() ? 0 : 1;
    }

    /**
     * Reports a word that is none of those that may stand there.
     *
     * @param what what the word would be, such as a node
     */
    public void unknown(ProblemCode code, YamlNode at, String what, String word, Collection<String> known) {
        Optional<String> near = Suggestion.nearest(word, known);
        String message = "unknown " + what + " " + Problem.quoted(word);
        report(code, at, near.isPresent() ? message : message + "; " + listed(known), near);
    }

    /**
     * Reports a key that means nothing where it stands.
     *
     * @return which key was probably meant, if one comes near
     */
    public Optional<String> unknownKey(ProblemCode code, String what, YamlNode.Scalar key, Collection<String> allowed) {
        Optional<String> near = Suggestion.nearest(key.text(), allowed);
        String message = "unknown " + what + " " + Problem.quoted(key.text());
        report(code, key, near.isPresent() ? message : message + "; allowed here: " + String.join(", ", allowed), near);
        return near;
    }

    /** Reports a node that is of another kind than its key takes, or that is empty. */
    public void misplaced(YamlNode at, String expected) {
        String found = "a text";
        if (at instanceof YamlNode.Mapping) {
            found = "a mapping";
        } else if (at instanceof YamlNode.Sequence) {
            found = "a list";
        } else if (at instanceof YamlNode.Scalar scalar && scalar.text().isEmpty()) {
            found = "nothing";
        }
        problem(ProblemCode.WRONG_KIND, at, "expected " + expected + ", found " + found);
    }

    /** From now on it is known. */
    public <T> void learn(Fact<T> fact, T value) {
        facts.put(fact, value);
    }

    /** What is known; nothing if the key that would teach it is missing or wrong, or has not been read yet. */
    @SuppressWarnings("unchecked") // Only learn puts a value in, and it is of the fact's type.
    public <T> Optional<T> known(Fact<T> fact) {
        return Optional.ofNullable((T) facts.get(fact));
    }

    private static String listed(Collection<String> known) {
        if (known.isEmpty()) {
            return "there is none";
        }
        String first = String.join(", ", known.stream().limit(MOST_LISTED).toList());
        int more = known.size() - MOST_LISTED;
        return "known are " + first + (more > 0 ? " and " + more + " more" : "");
    }
}
