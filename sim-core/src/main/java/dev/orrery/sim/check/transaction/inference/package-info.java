/** What the kinds of histories have in common: what was found in them, and graphs of their transactions. */
@NullMarked
package dev.orrery.sim.check.transaction.inference;

import org.jspecify.annotations.NullMarked;
