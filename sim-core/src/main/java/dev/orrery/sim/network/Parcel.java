package dev.orrery.sim.network;

import dev.orrery.sim.node.Message;
import dev.orrery.sim.random.Mix;

/**
 * A message on a link that is not as it should be.
 *
 * @param tag what the carrier wants back with the message
 * @param number what else it wants back
 * @param kindKey of the messages of its kind on its link
 * @param ordinal among these
 * @param identity the key of this message
 */
record Parcel(Link link, Message message, long tag, long number, long kindKey, int ordinal, long identity) {

    /** The key of another message of the same kind on the same link. */
    long identityOf(int otherOrdinal) {
        return Mix.combine(kindKey, otherOrdinal);
    }
}
