package dev.orrery.algorithms.lock.maekawa;

import dev.orrery.algorithms.lock.peer.Numbered;

/** YIELD, in the paper RELINQUISH: the vote goes back, and the request stays. */
record Yield(long number, long time) implements Numbered {}
