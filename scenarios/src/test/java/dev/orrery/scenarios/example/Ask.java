package dev.orrery.scenarios.example;

import dev.orrery.sim.node.Message;
import org.jspecify.annotations.Nullable;

/** Asks for a page, or to write it: {@code content} is null to read. */
record Ask(long page, @Nullable Long content) implements Message {}
