/**
 * The network: for each message a decision, whether it arrives, how often, when, and in what shape.
 *
 * <p>Every choice is keyed by the link, the kind of the message, its ordinal among its kind on that link, and by what is
 * chosen. So a message that is added or taken away leaves the fate of all messages of other links and kinds as it was, and
 * a {@link dev.orrery.sim.network.LinkCondition} more or less leaves as they were all choices but its own. Conditions that
 * overlap on a link are summed up once, when a message first meets the link after a change; a link without any costs
 * nothing.
 *
 * <p>For the same reason a choice can be taken from chance: a {@link dev.orrery.sim.network.Delivery} names a message by its
 * link, kind and ordinal and says what becomes of it, and {@link dev.orrery.sim.network.Network#reseed} draws all choices
 * after some moment anew, those before staying as they were.
 *
 * <p>What may be wrong with a link follows netem and the simulators of FoundationDB and TigerBeetle; the forms of a cut,
 * Elasticsearch's {@code DisruptableMockTransport}.
 */
@NullMarked
package dev.orrery.sim.network;

import org.jspecify.annotations.NullMarked;
