package dev.orrery.algorithms.lock.ricartagrawala;

import dev.orrery.algorithms.lock.peer.Numbered;

/**
 * A peer asks to be let in.
 *
 * @param time the sequence number of the paper
 */
record Request(long number, long time) implements Numbered {}
