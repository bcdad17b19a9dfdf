package dev.orrery.algorithms.lock.peer;

import dev.orrery.sim.node.Message;

/** A message on a link between peers, with its place on it. */
public interface Numbered extends Message {
    /** The how-manieth message on its link it is, from 1. */
    long number();
}
