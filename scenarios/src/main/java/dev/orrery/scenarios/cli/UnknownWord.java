package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.language.Suggestion;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What is said of a word on the command line that is none of those that may stand there. */
final class UnknownWord {

    private UnknownWord() {}

    /** The error, with what was probably meant if anything comes near. Case does not matter. */
    static String message(String error, String word, Collection<String> known) {
        Optional<String> near = Suggestion.nearest(word, known)
                .or(() -> Suggestion.nearest(word.toUpperCase(Locale.ROOT), known))
                .or(() -> Suggestion.nearest(word.toLowerCase(Locale.ROOT), known));
        return error + " '" + word + "'"
                + near.map(meant -> ", did you mean '" + meant + "'?").orElse("");
    }
}
