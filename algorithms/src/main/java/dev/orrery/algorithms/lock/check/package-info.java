/**
 * What a lock must keep, watched at whoever holds it and at what it guards, each property apart; and what the history of its
 * clients must show.
 */
@NullMarked
package dev.orrery.algorithms.lock.check;

import org.jspecify.annotations.NullMarked;
