/**
 * What a table of keys is made of: a {@link dev.orrery.scenarios.language.form.Key} has a name, a form, a default, a
 * description and examples; a {@link dev.orrery.scenarios.language.form.Form} reads a value, writes it back, and says what
 * is allowed as a JSON Schema; a {@link dev.orrery.scenarios.language.form.Shape} is a mapping of such keys.
 *
 * <p>Everything that is known of a key stands in that one place, so that validator, binder, writer, schema and reference
 * page cannot disagree. Reading never stops at an error: a form that cannot make a value reports why and gives null, and
 * its neighbours are read all the same. What one key teaches about another, such as the names of the nodes, is a {@link
 * dev.orrery.scenarios.language.form.Fact}; as long as it is not known, nothing is held against it.
 */
@NullMarked
package dev.orrery.scenarios.language.form;

import org.jspecify.annotations.NullMarked;
