package dev.orrery.sim.explore;

import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;

/**
 * A message under way.
 *
 * @param from who sent it
 * @param to whom it is for
 * @param message what it says
 * @param ticket 0 for a plain message, the sender's number of a request, or that number negated for its answer
 */
record Envelope(NodeId from, NodeId to, Message message, int ticket) {}
