package dev.orrery.algorithms.lock.maekawa;

import dev.orrery.algorithms.lock.peer.Numbered;

/** INQUIRE: an older request has come; the vote may have to go back. */
record Inquire(long number, long time) implements Numbered {}
