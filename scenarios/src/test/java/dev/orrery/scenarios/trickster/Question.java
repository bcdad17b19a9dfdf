package dev.orrery.scenarios.trickster;

import dev.orrery.sim.node.Message;

/** Asks for nothing in particular. */
record Question() implements Message {}
