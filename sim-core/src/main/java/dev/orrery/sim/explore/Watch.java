package dev.orrery.sim.explore;

import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.trace.RecordShapes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An invariant that remembers, and tells what: what it remembers is part of the state, as a history variable is. What it
 * makes of a step is found out once, by telling a new one all that led there.
 */
final class Watch {
    private static final int NO_MEMORY = -1;

    private final Supplier<Invariant> make;
    private final String name;
    private final LocalStates local;
    private final RecordShapes shapes;
    private final List<Renaming> renamings;
    private final List<NodeId> nodes;
    private final List<Memory> memories = new ArrayList<>();
    private final Hashes hashes;
    private final LongTable known = new LongTable();
    private final LongTable next = new LongTable();
    private final List<String> violations = new ArrayList<>();

    /** What is remembered after what was told last; {@code number} is its own. */
    private record Memory(int number, int before, int state, Occasion occasion) {}

    /** How a node came into a state. */
    enum Occasion {
        /** By its first boot. */
        BOOT(0),
        /** By a crash, and the boot after it. */
        CRASH(1),
        /** By any other event. */
        EVENT(2);

        private final int code;

        Occasion(int code) {
            this.code = code;
        }
    }

    Watch(
            Supplier<Invariant> make,
            LocalStates local,
            RecordShapes shapes,
            List<Renaming> renamings,
            List<NodeId> nodes) {
        this.make = make;
        this.local = local;
        this.shapes = shapes;
        this.renamings = renamings;
        this.nodes = nodes;
        Invariant blank = make.get();
        name = blank.name();
        hashes = new Hashes(renamings.size());
        add(NO_MEMORY, 0, Occasion.BOOT, hashes(blank));
    }

    String name() {
        return name;
    }

    /**
     * What is remembered when a node has come into a state.
     *
     * @param memory what was remembered before; 0 at first
     * @return the number of the memory, or if the invariant is violated a number below 0 for {@link #violation}
     */
    int after(int memory, int state, Occasion occasion) {
        long key = (long) memory << 34 | (long) state << 2 | occasion.code;
        int found = next.get(key);
        if (found == LongTable.NONE) {
            found = encoded(enact(memory, state, occasion));
            next.put(key, found);
        }
        return (found & 1) == 0 ? found >> 1 : -1 - (found >> 1);
    }

    private static int encoded(int memoryOrViolation) {
        return memoryOrViolation >= 0 ? memoryOrViolation << 1 : (-1 - memoryOrViolation) << 1 | 1;
    }

    /** The words of a violation. */
    String violation(int below0) {
        return violations.get(-1 - below0);
    }

    private int enact(int before, int state, Occasion occasion) {
        Invariant invariant = make.get();
        retell(invariant, before);
        String violation = tell(invariant, state, occasion);
        if (violation != null) {
            violations.add(violation);
            return -violations.size();
        }
        long[] its = hashes(invariant);
        int found = known.get(its[0]);
        return found == LongTable.NONE ? add(before, state, occasion, its) : found;
    }

    private int add(int before, int state, Occasion occasion, long[] its) {
        int number = memories.size();
        known.put(its[0], number);
        hashes.set(number, its);
        memories.add(new Memory(number, before, state, occasion));
        return number;
    }

    private void retell(Invariant invariant, int memory) {
        List<Memory> past = new ArrayList<>();
        for (Memory at = memories.get(memory); at.before() != NO_MEMORY; at = memories.get(at.before())) {
            past.add(at);
        }
        for (int i = past.size() - 1; i >= 0; i--) {
            tell(invariant, past.get(i).state(), past.get(i).occasion());
        }
    }

    private @Nullable String tell(Invariant invariant, int number, Occasion occasion) {
        LocalStates.State state = local.get(number);
        if (!invariant.concerns(state.process())) {
            return null;
        }
        NodeId node = nodes.get(state.node());
        if (occasion == Occasion.CRASH) {
            invariant.crashed(node);
        }
        if (occasion != Occasion.EVENT) {
            invariant.booted(node, state.process());
        }
        String violation = invariant.touched(node, state.process());
        return violation == null ? invariant.swept() : violation;
    }

    private long[] hashes(Invariant invariant) {
        return renamings.stream()
                .mapToLong(renaming -> new Fingerprint(shapes, renaming)
                        .value(name)
                        .part(invariant)
                        .hash())
                .toArray();
    }

    /** The hashes of all memories, under each renaming. */
    Hashes hashes() {
        return hashes;
    }
}
