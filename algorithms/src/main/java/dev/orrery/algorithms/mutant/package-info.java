/**
 * Bugs planted on purpose, whatever the algorithm: a {@link dev.orrery.algorithms.mutant.Mutant} is an algorithm's policy with
 * one decision taken wrongly, and a {@link dev.orrery.algorithms.mutant.Mutants} is the list of an algorithm's.
 *
 * <p>They show that the checks find what they are there for. Each names where the bug was seen in the wild, and the property
 * that it should break. The idea is that of mutation testing (DeMillo, Lipton and Sayward, Hints on Test Data Selection, 1978),
 * with real bugs in the place of mechanical ones.
 */
@NullMarked
package dev.orrery.algorithms.mutant;

import org.jspecify.annotations.NullMarked;
