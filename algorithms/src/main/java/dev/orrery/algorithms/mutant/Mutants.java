package dev.orrery.algorithms.mutant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The planted bugs of one algorithm, and the algorithm without any.
 *
 * @param <R> the algorithm's policy
 */
public final class Mutants<R> {
    /** The code of the algorithm without a planted bug. */
    public static final String NONE = "none";

    private final Supplier<R> correct;
    private final List<Mutant<R>> all;

    /**
     * A list of bugs.
     *
     * @param correct makes the policy without a bug
     * @param all the bugs, each with another code
     */
    public Mutants(Supplier<R> correct, List<Mutant<R>> all) {
        this.correct = correct;
        this.all = List.copyOf(all);
    }

    /** All bugs, in order. */
    public List<Mutant<R>> all() {
        return all;
    }

    /** The words that {@link #rules} knows: {@value #NONE} and the codes of all bugs. */
    public List<String> codes() {
        List<String> codes = new ArrayList<>(List.of(NONE));
        all.forEach(mutant -> codes.add(mutant.code()));
        return codes;
    }

    /** The bug with this code; empty if there is none. */
    public Optional<Mutant<R>> find(String code) {
        return all.stream().filter(mutant -> mutant.code().equals(code)).findFirst();
    }

    /**
     * The policy with the bug of this code in it, or the correct one for {@value #NONE}.
     *
     * @throws IllegalArgumentException if there is no such bug
     */
    public R rules(String code) {
        if (code.equals(NONE)) {
            return correct.get();
        }
        return find(code)
                .orElseThrow(
                        () -> new IllegalArgumentException("'" + code + "' is none of " + String.join(", ", codes())))
                .rules()
                .get();
    }
}
