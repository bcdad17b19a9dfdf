package dev.orrery.scenarios.language;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What has been found wrong with one file so far, each thing once. */
public final class Problems {

    private final String file;
    private final Set<Problem> found = new LinkedHashSet<>();

    /** Nothing is wrong yet with the file of that name. */
    public Problems(String file) {
        this.file = file;
    }

    /** Something is wrong with a node. */
    public void add(ProblemCode code, YamlNode at, String message) {
        add(code, at.line(), at.column(), at.length(), message);
    }

    /** Something is wrong with a node, and one thing comes near to what was probably meant. */
    public void add(ProblemCode code, YamlNode at, String message, Optional<String> meant) {
        found.add(new Problem(code, file, at.line(), at.column(), at.length(), message, meant.orElse(null)));
    }

    void add(ProblemCode code, int line, int column, int length, String message) {
        found.add(new Problem(code, file, line, column, Math.max(1, length), message, null));
    }

    /** All of it, from the top of the file to its bottom. */
    public List<Problem> sorted() {
        return found.stream().sorted(Problem.BY_PLACE).toList();
    }
}
