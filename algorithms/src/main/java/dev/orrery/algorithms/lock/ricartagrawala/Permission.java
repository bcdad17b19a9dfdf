package dev.orrery.algorithms.lock.ricartagrawala;

import dev.orrery.algorithms.lock.peer.Numbered;

/**
 * The reply of the paper: nothing against it.
 *
 * @param time the clock of who replies, so that what the other asks for next is later
 */
record Permission(long number, long time) implements Numbered {}
