package dev.orrery.sim.network;

import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Mix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * All links of a simulation, and what is wrong with them.
 *
 * <p>Conditions are imposed on sets of links and lifted again. Which of them hold on a link is looked up when a message
 * first meets the link after a change; while none holds anywhere, no message asks.
 */
public final class Network {
    private final NetworkConfig config;
    private final long key;
    private final Carrier carrier;
    private final MessageKinds kinds = new MessageKinds();
    private final MessageCounts counts = new MessageCounts();
    private final Links links = new Links();
    private final Deliveries deliveries;
    /** What was said by {@link #reseed} so far. */
    private final List<Long> salts = new ArrayList<>();
    /** Whether all links are equally long, so that a message of a sound network need not look at its own. */
    private final boolean allAlike;

    private final List<@Nullable String> zones = new ArrayList<>();

    private final Passage passage;
    private final LinkState usual;
    private final List<Imposed> conditions = new ArrayList<>();
    private final List<Link> bottlenecks = new ArrayList<>();

    /** Counts the changes of {@link #conditions}: what a link knows from before the last one is out of date. */
    private int epoch;

    /**
     * A network without traffic.
     *
     * @param key of the seed's stream for the network
     * @param carrier told what becomes of each message
     */
    public Network(NetworkConfig config, long key, Carrier carrier) {
        this.config = config;
        this.key = key;
        this.carrier = carrier;
        allAlike = config.distances().isEmpty();
        passage = new Passage(this, carrier);
        usual = new LinkState(config, List.of());
        deliveries = new Deliveries(config.deliveries());
        deliveries.index(this);
    }

    /** Puts a node into a zone, before its first message; else it is in none. */
    public void place(NodeId node, String zone) {
        while (zones.size() <= node.index()) {
            zones.add(null);
        }
        zones.set(node.index(), zone);
    }

    /** The zone that a node stands in, or null. */
    public @Nullable String zone(NodeId node) {
        return node.index() < zones.size() ? zones.get(node.index()) : null;
    }

    /**
     * Decides the fate of a message that leaves now. The carrier is told before this returns, unless the message has to wait
     * in a queue.
     *
     * @param answer whether it answers a request
     * @param tag what the carrier wants back with the message
     * @param number what else it wants back
     */
    public void send(NodeId from, NodeId to, Message message, boolean answer, long tag, long number) {
        int place = place(from, to, kinds.of(message));
        long kindKey = counts.key(place);
        int ordinal = counts.count(place);
        long identity = counts.identity(place);
        counts.increment(place);
        if (deliveries.isEmpty() && (conditions.isEmpty() || isSound(from, to, answer))) {
            carry(from, to, message, tag, number, identity);
        } else {
            Delivery chosen = deliveries.of(identity);
            Parcel parcel = new Parcel(link(from, to), message, tag, number, kindKey, ordinal, identity, chosen);
            send(parcel, answer);
        }
    }

    /** Whether nothing is wrong with a link nor, for an answer, with the one that its request took. */
    private boolean isSound(NodeId from, NodeId to, boolean answer) {
        return state(link(from, to)) == null && (!answer || state(link(to, from)) == null);
    }

    private void send(Parcel parcel, boolean answer) {
        NodeId from = parcel.link().from;
        NodeId to = parcel.link().to;
        Delivery chosen = parcel.chosen();
        if (!isSound(from, to, answer)) {
            passage.enter(parcel, stateOrUsual(parcel.link()), answer ? state(link(to, from)) : null);
        } else if (chosen != null) {
            Passage.deliver(chosen, carrier, to, parcel.message(), parcel.tag(), parcel.number(), parcel.identity());
        } else {
            carry(from, to, parcel.message(), parcel.tag(), parcel.number(), parcel.identity());
        }
    }

    /** Nearly every message goes this way and no other, so it is kept short. */
    private void carry(NodeId from, NodeId to, Message message, long tag, long number, long identity) {
        if (!config.loss().isNever() && config.loss().test(Choice.LOSS.draw(identity))) {
            carrier.lost(message, number, identity, "loss");
            return;
        }
        Distribution latency = allAlike ? config.latency() : link(from, to).latency;
        carrier.arrive(to, message, tag, number, identity, latency.sample(Choice.LATENCY.draw(identity)));
        if (!config.duplicate().isNever() && config.duplicate().test(Choice.DUPLICATE.draw(identity))) {
            long delay = latency.sample(Choice.DUPLICATE_LATENCY.draw(identity));
            carrier.duplicate(to, message, tag, number, identity, delay);
        }
    }

    /** From now on all that is left to chance is drawn anew; a further number makes other draws of it. */
    public void reseed(long salt) {
        salts.add(salt);
        counts.rekey(key -> Mix.combine(key, salt));
        deliveries.index(this);
    }

    /**
     * What the network by itself has drawn so far, message by message, by sender, receiver, kind and number: with these
     * named, nothing of it is left to chance, and a run is the same.
     *
     * @param nodes the nodes by index
     */
    public List<Delivery> drawn(IntFunction<NodeId> nodes) {
        List<Delivery> drawn = new ArrayList<>();
        counts.forEach((from, to, kind, key, count) -> {
            Link link = link(nodes.apply(from), nodes.apply(to));
            for (int ordinal = 0; ordinal < count; ordinal++) {
                drawn.add(drawn(link, kinds.name(kind), ordinal, Mix.combine(key, ordinal)));
            }
        });
        drawn.sort(Comparator.comparing(Delivery::from)
                .thenComparing(Delivery::to)
                .thenComparing(Delivery::kind)
                .thenComparingInt(Delivery::number));
        return drawn;
    }

    private Delivery drawn(Link link, String kind, int ordinal, long identity) {
        Delivery chosen = deliveries.named(identity);
        if (chosen != null) {
            return chosen;
        }
        boolean lost = config.loss().test(Choice.LOSS.draw(identity));
        boolean twice = !lost && config.duplicate().test(Choice.DUPLICATE.draw(identity));
        return new Delivery(
                link.from.name(),
                link.to.name(),
                kind,
                ordinal + 1,
                lost ? null : (Long) link.latency.sample(Choice.LATENCY.draw(identity)),
                twice ? (Long) link.latency.sample(Choice.DUPLICATE_LATENCY.draw(identity)) : null);
    }

    /** The messages named in the configuration of which there was none so far. */
    public List<Delivery> unsent() {
        return deliveries.unsent();
    }

    /** What a message in flight meets that arrives now, or null if nothing keeps it from arriving. */
    public @Nullable Block atArrival(NodeId from, NodeId to) {
        LinkState state = conditions.isEmpty() ? null : state(link(from, to));
        return state == null ? null : state.block();
    }

    /** What keeps messages from a link now, such as {@code partition:f1}; empty if nothing does. */
    public String blockedBy(NodeId from, NodeId to) {
        LinkState state = conditions.isEmpty() ? null : state(link(from, to));
        return state == null || state.block() == null ? "" : state.blockedBy();
    }

    /**
     * Makes something wrong with some links, until it is lifted.
     *
     * @param why what to call it when it loses a message, such as {@code loss:f2}
     */
    public Imposed impose(LinkCondition condition, LinkSet links, String why) {
        Imposed imposed = new Imposed(condition, links, why);
        conditions.add(imposed);
        epoch++;
        return imposed;
    }

    /** Ends a condition; nothing happens if it has ended before. */
    public void lift(Imposed imposed) {
        if (conditions.remove(imposed)) {
            epoch++;
            bottlenecks.removeIf(this::opens);
        }
    }

    /** Lets go what waits at a link if it is narrow no longer. */
    private boolean opens(Link link) {
        Bottleneck queue = link.bottleneck;
        if (queue == null || stateOrUsual(link).width() != null) {
            return false;
        }
        link.bottleneck = null;
        queue.open();
        return true;
    }

    void hasBottleneck(Link link) {
        bottlenecks.add(link);
    }

    LinkState stateOrUsual(Link link) {
        LinkState state = state(link);
        return state == null ? usual : state;
    }

    /** What is wrong with a link; null if nothing is. */
    private @Nullable LinkState state(Link link) {
        if (link.epoch != epoch) {
            link.epoch = epoch;
            link.state = fold(link);
        }
        return link.state;
    }

    private @Nullable LinkState fold(Link link) {
        if (link.from.equals(link.to)) {
            return null;
        }
        List<Imposed> here = conditions.stream()
                .filter(imposed -> imposed.links.contains(link.from, link.to))
                .toList();
        return here.isEmpty() ? null : new LinkState(config, here);
    }

    private Link link(NodeId from, NodeId to) {
        Link known = links.get(from, to);
        return known == null ? newLink(from, to) : known;
    }

    private Link newLink(NodeId from, NodeId to) {
        Link link = new Link(from, to, config.latency(zone(from), zone(to)));
        links.add(link);
        return link;
    }

    private int place(NodeId from, NodeId to, MessageKinds.Kind kind) {
        int place = counts.find(from.index(), to.index(), kind.number());
        if (place < 0) {
            place = counts.add(from.index(), to.index(), kind.number(), kindKey(from.name(), to.name(), kind.hash()));
        }
        return place;
    }

    /** Keyed by names, not by indices, so that a node that is taken out leaves the others' links as they were. */
    private long kindKey(String from, String to, long kind) {
        long kindKey = Mix.combine(Mix.combine(Mix.combine(key, Mix.hash(from)), Mix.hash(to)), kind);
        for (long salt : salts) {
            kindKey = Mix.combine(kindKey, salt);
        }
        return kindKey;
    }

    /** The key of a message. */
    long identity(Delivery delivery) {
        long kindKey = kindKey(delivery.from(), delivery.to(), Mix.hash(delivery.kind()));
        return Mix.combine(kindKey, delivery.number() - 1L);
    }
}
