package dev.orrery.scenarios.brittle;

import dev.orrery.sim.node.Message;

/** Comes before each {@link Ask}, unless the network has it otherwise. */
record Ahead(long number) implements Message {}
