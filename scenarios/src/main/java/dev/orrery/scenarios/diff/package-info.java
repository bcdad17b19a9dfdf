/**
 * Compares two runs event by event, by what each event is and not by where it stands: a message by its link, kind and number,
 * anything else by its node, name and number. So a run that has one message more than another differs from it in that message
 * and in what came of it, and not in all that follows. The idea of comparing executions by their causal structure is that of
 * ShiViz (Beschastnikh et al., Debugging Distributed Systems, CACM 2016).
 */
@NullMarked
package dev.orrery.scenarios.diff;

import org.jspecify.annotations.NullMarked;
