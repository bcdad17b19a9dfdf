/**
 * The scenario language itself: one table of keys, each with its form, default, description and examples, from which the
 * reader of scenarios, their writer, the JSON Schema and the reference page are made.
 *
 * <p>{@link dev.orrery.scenarios.language.keys.ScenarioKeys} is the top of the table; the other classes named {@code …Keys}
 * hold the mappings below it. The words are those of the field: k6 for load, YCSB for keys, Chaos Mesh and Jepsen for faults
 * and whom they hit, the literature for checks.
 */
@NullMarked
package dev.orrery.scenarios.language.keys;

import org.jspecify.annotations.NullMarked;
