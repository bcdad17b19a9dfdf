package dev.orrery.scenarios.explain;

import dev.orrery.sim.trace.Trace;
import dev.orrery.sim.trace.TraceKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What can have had an influence on an event: all that happened before it in the order of Lamport, by way of causes and of
 * what each node had done before.
 *
 * @param influences how many events of the trace can have had an influence
 * @param events how many there are in all
 * @param nodes of how many nodes the influences are
 * @param messages the kinds of the messages among them, and how many there are of each
 * @param chain how the event came about, step by step from its cause's cause to itself, in words
 * @param landmarks the influences that are no mere messages, timers and numbers, and all faults, in words; the last ones
 * @param leftOut how many landmarks before these are left out
 */
public record Cone(
        int influences,
        long events,
        int nodes,
        Map<String, Integer> messages,
        List<String> chain,
        List<String> landmarks,
        int leftOut) {
    /** How many landmarks are told. */
    static final int MOST_LANDMARKS = 24;

    private static final int LONGEST_CHAIN = 12;

    /** Takes the lists and the map as they are now. */
    public Cone {
        messages = new TreeMap<>(messages);
        chain = List.copyOf(chain);
        landmarks = List.copyOf(landmarks);
    }

    /** The cone of the last event of a kind that a trace in memory holds; of its very last one if there is none. */
    static Cone ofLast(Trace trace, TraceKind kind) {
        long apex = trace.last();
        while (apex > trace.first() && trace.kind(apex) != kind) {
            apex--;
        }
        return trace.kind(apex) == kind ? of(trace, apex) : of(trace, trace.last());
    }

    private static Cone of(Trace trace, long apex) {
        BitSet inside = influences(trace, apex);
        Map<String, Integer> messages = new TreeMap<>();
        Map<String, Boolean> nodes = new TreeMap<>();
        List<String> landmarks = new ArrayList<>();
        for (long event = trace.first(); event <= apex; event++) {
            boolean influence = inside.get(place(trace, event));
            if (influence && !trace.node(event).isEmpty()) {
                nodes.put(trace.node(event), true);
            }
            if (influence && trace.kind(event) == TraceKind.SEND) {
                messages.merge(trace.sends(event), 1, Integer::sum);
            }
            if (isLandmark(trace, event, influence)) {
                landmarks.add(trace.words(event));
            }
        }
        int leftOut = Math.max(0, landmarks.size() - MOST_LANDMARKS);
        return new Cone(
                inside.cardinality(),
                apex - trace.first() + 1,
                nodes.size(),
                messages,
                chain(trace, apex),
                landmarks.subList(leftOut, landmarks.size()),
                leftOut);
    }

    /** By place; from the back, since each event's influences lie before it. */
    private static BitSet influences(Trace trace, long apex) {
        long[] previous = previous(trace, apex);
        BitSet inside = new BitSet();
        inside.set(place(trace, apex));
        for (long event = apex; event >= trace.first(); event--) {
            if (inside.get(place(trace, event))) {
                include(trace, trace.cause(event), inside);
                include(trace, previous[place(trace, event)], inside);
            }
        }
        return inside;
    }

    /** For each event the one before it at its node; 0 if there is none. */
    private static long[] previous(Trace trace, long apex) {
        long[] previous = new long[place(trace, apex) + 1];
        Map<String, Long> last = new TreeMap<>();
        for (long event = trace.first(); event <= apex; event++) {
            String node = trace.node(event);
            if (!node.isEmpty()) {
                Long before = last.put(node, event);
                previous[place(trace, event)] = before == null ? 0 : before;
            }
        }
        return previous;
    }

    private static void include(Trace trace, long event, BitSet inside) {
        if (event >= trace.first()) {
            inside.set(place(trace, event));
        }
    }

    private static int place(Trace trace, long event) {
        return (int) (event - trace.first());
    }

    private static boolean isLandmark(Trace trace, long event, boolean influence) {
        return switch (trace.kind(event)) {
            case FAULT, HEAL, VIOLATION -> true;
            case CRASH, RESTART -> influence;
            case STATE -> influence && trace.isRole(event);
            default -> false;
        };
    }

    /** A message arrived because it was sent, a timer fired because it was set, each during something that had a cause. */
    private static List<String> chain(Trace trace, long apex) {
        List<String> chain = new ArrayList<>();
        for (long event = apex; event >= trace.first() && chain.size() < LONGEST_CHAIN; event = trace.cause(event)) {
            chain.add(trace.words(event));
        }
        Collections.reverse(chain);
        return chain;
    }
}
