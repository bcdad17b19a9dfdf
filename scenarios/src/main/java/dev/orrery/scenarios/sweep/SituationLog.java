package dev.orrery.scenarios.sweep;

import dev.orrery.sim.Observer;
import dev.orrery.sim.fault.ExecutedFault;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Mix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * The situations that one run came through, each as a number.
 *
 * <p>A situation is what a person would say of a moment at which something happened, without names, times and values:
 *
 * <ul>
 *   <li>what happened: a node took a role, went down, or noted an event;
 *   <li>how many servers play each role and how many are down, up to {@value #MANY}, which stands for more as well;
 *   <li>whether the node that it happened to is behind in each number that it reports, as its term or commit index: behind
 *       the highest that any node has reported so far;
 *   <li>which kinds of faults are under way.
 * </ul>
 *
 * <p>Runs that come through the same situations have tested much the same, whatever their seeds are.
 */
final class SituationLog implements Observer {
    private static final int MANY = 3;
    private static final String DOWN = "down";
    private static final long ROLE = Mix.hash("role");
    private static final long NOTE = Mix.hash("note");

    private final Map<String, Long> hashes = new HashMap<>();
    private final Map<String, Watched> watched = new HashMap<>();
    private final List<Watched> watchedInOrder = new ArrayList<>();
    private final Map<String, int[]> census = new HashMap<>();
    private String[] roles = new String[16];
    private long[] times = new long[64];
    private long[] moments = new long[64];
    private int size;

    /** A number that nodes report, as far as it is known. */
    private static final class Watched {
        private final long hash;
        private long[] byNode = new long[16];
        private long highest = Long.MIN_VALUE;

        Watched(String name) {
            hash = Mix.hash(name);
        }

        void set(int node, long value) {
            if (node >= byNode.length) {
                byNode = Arrays.copyOf(byNode, Math.max(node + 1, 2 * byNode.length));
            }
            byNode[node] = value;
            highest = Math.max(highest, value);
        }

        boolean isBehind(int node) {
            return node >= byNode.length || byNode[node] < highest;
        }
    }

    @Override
    public void role(NodeId node, String role, long at) {
        take(node, role);
        happened(node, Mix.combine(ROLE, hash(role)), at);
    }

    @Override
    public void down(NodeId node, long at) {
        take(node, DOWN);
        happened(node, hash(DOWN), at);
    }

    @Override
    public void state(NodeId node, String name, long value, long at) {
        Watched number = watched.get(name);
        if (number == null) {
            number = new Watched(name);
            watched.put(name, number);
            watchedInOrder.add(number);
        }
        number.set(node.index(), value);
    }

    @Override
    public void note(NodeId node, String event, String field, long value, long at) {
        happened(node, Mix.combine(NOTE, hash(event)), at);
    }

    private void take(NodeId node, String role) {
        int index = node.index();
        if (index >= roles.length) {
            roles = Arrays.copyOf(roles, Math.max(index + 1, 2 * roles.length));
        }
        String before = roles[index];
        if (before != null) {
            count(before)[0]--;
        }
        roles[index] = role;
        count(role)[0]++;
    }

    private int[] count(String role) {
        return census.computeIfAbsent(role, name -> new int[1]);
    }

    private void happened(NodeId node, long what, long at) {
        // Sums, so that neither the order of the map nor that in which numbers were first reported counts.
        long people = 0;
        for (Map.Entry<String, int[]> role : census.entrySet()) {
            int playing = Math.min(MANY, role.getValue()[0]);
            people += playing == 0 ? 0 : Mix.combine(hash(role.getKey()), playing);
        }
        long behind = 0;
        for (Watched number : watchedInOrder) {
            behind += number.isBehind(node.index()) ? number.hash : 0;
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            moments = Arrays.copyOf(moments, 2 * size);
        }
        times[size] = at;
        moments[size++] = Mix.combine(Mix.combine(what, people), behind);
    }

    private long hash(String word) {
        return hashes.computeIfAbsent(word, Mix::hash);
    }

    /**
     * The situations, each once, in ascending order.
     *
     * @param faults those of the run, in the order of their beginning
     */
    long[] situations(List<ExecutedFault> faults) {
        long[] found = new long[size];
        long known = 0;
        long validUntil = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            if (times[i] >= validUntil) {
                known = underWay(faults, times[i]);
                validUntil = nextChange(faults, times[i]);
            }
            found[i] = Mix.combine(moments[i], known);
        }
        return LongStream.of(found).sorted().distinct().toArray();
    }

    /** Which kinds of faults are under way, as one number. */
    private long underWay(List<ExecutedFault> faults, long at) {
        return faults.stream()
                .filter(fault -> fault.at() <= at && (fault.until() == ExecutedFault.NEVER || at < fault.until()))
                .map(fault -> fault.planned().fault().kind())
                .distinct()
                .mapToLong(this::hash)
                .sum();
    }

    private static long nextChange(List<ExecutedFault> faults, long after) {
        long next = Long.MAX_VALUE;
        for (ExecutedFault fault : faults) {
            next = fault.at() > after ? Math.min(next, fault.at()) : next;
            next = fault.until() > after ? Math.min(next, fault.until()) : next;
        }
        return next;
    }
}
