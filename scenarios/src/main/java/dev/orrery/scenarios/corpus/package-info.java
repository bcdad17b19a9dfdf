/**
 * Failing runs that are kept: each a small scenario in a file, with what it is known for in the comments at its top.
 *
 * <p>A case outlives changes of the code that have nothing to do with it, since all that it says is said by name: faults by
 * time and node, operations by client and number, messages by link, kind and number. Where it does not, its story tells
 * where the run went another way. The idea of a corpus that is run again with each change is that of fuzzers (AFL, libFuzzer)
 * and of Hypothesis's database of examples.
 */
@NullMarked
package dev.orrery.scenarios.corpus;

import org.jspecify.annotations.NullMarked;
