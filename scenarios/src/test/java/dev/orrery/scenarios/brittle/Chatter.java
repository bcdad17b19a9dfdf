package dev.orrery.scenarios.brittle;

import dev.orrery.sim.node.Message;

/** Has nothing to do with anything. */
record Chatter() implements Message {}
