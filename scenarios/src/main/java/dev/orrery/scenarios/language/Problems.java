package dev.orrery.scenarios.language;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What has been found wrong with one file so far, each thing once. */
final class Problems {

    private final String file;
    private final Set<Problem> found = new LinkedHashSet<>();

    Problems(String file) {
        this.file = file;
    }

    void add(ProblemCode code, int line, int column, int length, String message) {
        found.add(new Problem(code, file, line, column, Math.max(1, length), message, null));
    }

    List<Problem> sorted() {
        return found.stream().sorted(Problem.BY_PLACE).toList();
    }
}
