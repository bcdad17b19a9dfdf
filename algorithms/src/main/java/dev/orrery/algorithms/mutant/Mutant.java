package dev.orrery.algorithms.mutant;

import java.util.function.Supplier;

/**
 * An algorithm with one decision taken wrongly.
 *
 * @param <R> the algorithm's policy: an object that takes each decision that its safety or liveness rests on
 * @param code as scenarios name it, such as {@code R20}
 * @param description the wrong line in plain words
 * @param source where the bug was seen, or the section that forbids it
 * @param breaks the property that it should break, in words
 * @param rules makes the policy with this bug in it
 */
public record Mutant<R>(String code, String description, String source, String breaks, Supplier<R> rules) {}
