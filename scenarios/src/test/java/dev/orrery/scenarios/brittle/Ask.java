package dev.orrery.scenarios.brittle;

import dev.orrery.sim.node.Message;

/** Asks for something. */
record Ask(long number) implements Message {}
