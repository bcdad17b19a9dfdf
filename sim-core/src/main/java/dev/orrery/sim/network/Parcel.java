package dev.orrery.sim.network;

import dev.orrery.sim.node.Message;
import dev.orrery.sim.random.Mix;
import org.jspecify.annotations.Nullable;

/**
 * A message on a link that is not as it should be.
 *
 * @param tag what the carrier wants back with the message
 * @param number what else it wants back
 * @param kindKey of the messages of its kind on its link
 * @param ordinal among these
 * @param identity the key of this message
 * @param chosen what becomes of it if that is not left to chance; else null
 */
record Parcel(
        Link link,
        Message message,
        long tag,
        long number,
        long kindKey,
        int ordinal,
        long identity,
        @Nullable Delivery chosen) {

    /** The key of another message of the same kind on the same link. */
    long identityOf(int otherOrdinal) {
        return Mix.combine(kindKey, otherOrdinal);
    }
}
