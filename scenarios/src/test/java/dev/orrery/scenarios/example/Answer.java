package dev.orrery.scenarios.example;

import dev.orrery.sim.node.Message;
import org.jspecify.annotations.Nullable;

/** What stands on the page now; null on an empty one. */
record Answer(@Nullable Long content) implements Message {}
