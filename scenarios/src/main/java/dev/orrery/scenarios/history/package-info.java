/**
 * Histories as files, in the forms of the tools that record and check them: Jepsen, Knossos, Elle, Maelstrom, Porcupine, and
 * the checkers of isolation and of data structures.
 *
 * <p>{@link dev.orrery.scenarios.history.HistoryFormat} knows all forms; one that nobody names is recognised by what the text
 * looks like. {@link dev.orrery.scenarios.history.Judge} is what can be asked of a history, and {@link
 * dev.orrery.scenarios.history.ModelGuess} what it is probably about. EDN and JSON differ in their parsers only: JSON goes
 * through Jackson, for EDN there is none in Java that knows places, see {@link dev.orrery.sim.history.EdnReader}.
 */
@NullMarked
package dev.orrery.scenarios.history;

import org.jspecify.annotations.NullMarked;
