package dev.orrery.scenarios.brittle;

import dev.orrery.sim.node.Message;

/** Has nothing to say. */
record Answer() implements Message {}
