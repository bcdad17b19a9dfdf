/**
 * The network: for each message a decision, whether it arrives, how often and when.
 *
 * <p>Every choice is keyed by the link, the kind of the message and its ordinal among its kind on that link. So a message
 * that is added or taken away leaves the fate of all messages of other links and kinds as it was.
 */
@NullMarked
package dev.orrery.sim.network;

import org.jspecify.annotations.NullMarked;
