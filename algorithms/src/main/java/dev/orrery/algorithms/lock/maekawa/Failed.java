package dev.orrery.algorithms.lock.maekawa;

import dev.orrery.algorithms.lock.peer.Numbered;

/** FAILED: the vote is at least for now another one's, who comes first. */
record Failed(long number, long time) implements Numbered {}
