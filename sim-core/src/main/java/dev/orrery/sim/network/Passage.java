package dev.orrery.sim.network;

import dev.orrery.sim.network.Chances.Chance;
import dev.orrery.sim.network.LinkCondition.Corrupting;
import dev.orrery.sim.network.LinkCondition.Narrow;
import dev.orrery.sim.network.LinkCondition.Reordering;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import org.jspecify.annotations.Nullable;

/** The way of a message over a link with something wrong: gate, loss, queue, and what becomes of each copy behind it. */
final class Passage {
    /** Why a message is lost whose loss is said by name. */
    private static final String CHOSEN = "delivery";

    private final Network network;
    private final Carrier carrier;

    Passage(Network network, Carrier carrier) {
        this.network = network;
        this.carrier = carrier;
    }

    /**
     * The message leaves.
     *
     * @param state of its link
     * @param asked for an answer, the state of the link that its request took; else null
     */
    void enter(Parcel parcel, LinkState state, @Nullable LinkState asked) {
        Block block = state.block();
        if (block == Block.DROP) {
            carrier.lost(parcel.message(), parcel.number(), parcel.identity(), state.blockedBy());
        } else if (block == Block.REJECT) {
            Link link = parcel.link();
            carrier.refuse(
                    link.from,
                    link.to,
                    parcel.message(),
                    parcel.tag(),
                    parcel.number(),
                    parcel.identity(),
                    state.blockedBy());
        } else if (asked != null && asked.timesOut()) {
            carrier.lost(parcel.message(), parcel.number(), parcel.identity(), asked.blockedBy());
        } else {
            survive(parcel, state);
        }
    }

    private void survive(Parcel parcel, LinkState state) {
        String loss = loss(parcel, state);
        Narrow width = state.width();
        if (loss != null) {
            carrier.lost(parcel.message(), parcel.number(), parcel.identity(), loss);
        } else if (width != null) {
            bottleneck(parcel.link(), width).take(parcel, state.overflowsBy());
        } else {
            leave(parcel, state);
        }
    }

    /** Why the message is lost; null if it is not. */
    private static @Nullable String loss(Parcel parcel, LinkState state) {
        Delivery chosen = parcel.chosen();
        if (chosen != null && chosen.isLost()) {
            return CHOSEN;
        }
        Chance loss = state.losses.hit(parcel);
        return loss == null || (chosen != null && loss.isOwn()) ? null : loss.why();
    }

    /** Does to a message what is said of it by name. */
    static void deliver(
            Delivery chosen, Carrier carrier, NodeId to, Message message, long tag, long number, long identity) {
        Long after = chosen.after();
        Long again = chosen.again();
        if (after == null) {
            carrier.lost(message, number, identity, CHOSEN);
            return;
        }
        carrier.arrive(to, message, tag, number, identity, after);
        if (again != null) {
            carrier.duplicate(to, message, tag, number, identity, again);
        }
    }

    private Bottleneck bottleneck(Link link, Narrow width) {
        Bottleneck queue = link.bottleneck;
        if (queue == null) {
            queue = new Bottleneck(width, carrier, parcel -> leave(parcel, network.stateOrUsual(link)));
            link.bottleneck = queue;
            network.hasBottleneck(link);
        }
        queue.width(width);
        return queue;
    }

    private void leave(Parcel parcel, LinkState state) {
        Link link = parcel.link();
        long identity = parcel.identity();
        Delivery chosen = parcel.chosen();
        Long own = chosen == null ? null : chosen.after();
        long latency = own == null ? link.latency.sample(Choice.LATENCY.draw(identity)) : own;
        arrive(parcel, state, latency + state.delay(identity) + heldBack(parcel, state));
        Long copy = copy(parcel, state);
        if (copy != null) {
            long delay = copy + state.delay(Choice.COPY.draw(identity));
            carrier.duplicate(link.to, parcel.message(), parcel.tag(), parcel.number(), identity, delay);
        }
    }

    /** The latency of a further copy; null if there is none. */
    private static @Nullable Long copy(Parcel parcel, LinkState state) {
        Delivery chosen = parcel.chosen();
        if (chosen != null && chosen.again() != null) {
            return chosen.again();
        }
        Chance hit = state.duplicates.hit(parcel);
        return hit == null || (chosen != null && hit.isOwn())
                ? null
                : (Long) parcel.link().latency.sample(Choice.DUPLICATE_LATENCY.draw(parcel.identity()));
    }

    private static long heldBack(Parcel parcel, LinkState state) {
        Chance hit = state.reorderings.hit(parcel);
        return hit != null && hit.condition() instanceof Reordering reordering
                ? reordering.sample(Choice.REORDER_BY.draw(parcel.identity()))
                : 0;
    }

    private void arrive(Parcel parcel, LinkState state, long delay) {
        NodeId to = parcel.link().to;
        long identity = parcel.identity();
        Chance damage = state.corruptions.hit(parcel);
        if (damage == null) {
            carrier.arrive(to, parcel.message(), parcel.tag(), parcel.number(), identity, delay);
            return;
        }
        boolean detected = damage.condition() instanceof Corrupting corrupting && corrupting.detected();
        Message damaged = detected ? null : BitFlips.in(parcel.message(), Choice.FLIPPED_BITS.draw(identity));
        if (damaged == null) {
            carrier.arriveDamaged(to, parcel.message(), parcel.tag(), parcel.number(), identity, delay, damage.why());
        } else {
            carrier.arrive(to, damaged, parcel.tag(), parcel.number(), identity, delay);
        }
    }
}
