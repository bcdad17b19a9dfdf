package dev.orrery.sim.fault;

import static dev.orrery.sim.fault.Parameters.between;
import static dev.orrery.sim.fault.Parameters.notNegative;
import static dev.orrery.sim.fault.Parameters.require;
import static dev.orrery.sim.fault.Parameters.someTime;

import dev.orrery.sim.network.Block;
import dev.orrery.sim.network.Overflow;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.time.DurationRange;
import java.util.List;

/** What goes wrong between nodes. All of them last, and each ends without regard to the others that overlap it. */
public sealed interface NetworkFault extends Fault {

    @Override
    default boolean lasts() {
        return true;
    }

    /**
     * Cuts links. What is in flight meets the link as it is when it arrives. The links of a client are cut only where it is
     * named.
     *
     * @param shape which links are cut; by default {@code isolate}
     * @param target whom the shape is built around. {@code isolate}: who is cut off, each from everybody else; by default one
     *     server. {@code halves}, {@code majority}, {@code minority-third}: the side that is cut off. {@code bridge}: who sees
     *     both sides. {@code zone}: the zone, which must be named. A target that names neither nodes nor a zone, a role or
     *     the reporter leaves sides and bridges to chance; for {@code majorities-ring} and {@code groups} it means nothing
     * @param direction which messages are lost, seen from those that are cut off (the first group): {@code to} them,
     *     {@code from} them, or {@code both}; always {@code both} for {@code majorities-ring}
     * @param block what becomes of the messages; by default {@code drop}
     * @param groups for the shape {@code groups} only: nodes that see each other. A node may be in several groups; servers in
     *     none form one more, and clients in none see everybody
     */
    record Partition(Shape shape, Target target, Links.Direction direction, Block block, List<List<String>> groups)
            implements NetworkFault {

        /** Which links a partition cuts. */
        public enum Shape {
            /** Each target is cut off from everybody else, by default one server. */
            ISOLATE,
            /** The servers fall into two halves; of an odd number the greater half has one more. */
            HALVES,
            /** A minority is cut off from a majority: of 2k or 2k - 1 servers the least majority stays, k + 1 or k. */
            MAJORITY,
            /** Fewer than a third are cut off, (n - 1) / 3 of n: what Byzantine quorums tolerate. */
            MINORITY_THIRD,
            /** Two halves that do not see each other, and one server that sees both. */
            BRIDGE,
            /** Every server sees a majority, and no two of them the same one. */
            MAJORITIES_RING,
            /** The given groups. */
            GROUPS,
            /** A zone is cut off from the others. */
            ZONE
        }

        /** Checks that the shape has what it needs. */
        public Partition {
            groups = groups.stream().map(List::copyOf).toList();
            require(
                    (shape == Shape.GROUPS) != groups.isEmpty(),
                    shape == Shape.GROUPS
                            ? "the shape groups needs at least one group"
                            : "only the shape groups takes groups");
            require(groups.stream().noneMatch(List::isEmpty), "a group of a partition names at least one node");
            require(
                    shape != Shape.ZONE || target.zone() != null,
                    "the shape zone needs a target with a zone to cut off");
            require(
                    shape != Shape.MAJORITIES_RING || direction == Links.Direction.BOTH,
                    "a majorities-ring has no inside, so its direction is both");
        }

        /** A drop in both directions. */
        public Partition(Shape shape, Target target) {
            this(shape, target, Links.Direction.BOTH, Block.DROP, List.of());
        }

        @Override
        public String kind() {
            return "partition";
        }

        @Override
        public Partition aimedAt(Target other) {
            return new Partition(shape, other, direction, block, groups);
        }
    }

    /**
     * Loses messages.
     *
     * @param percent how likely a message is lost, from 0 to 100 percent. Overlapping losses add up as independent ones do
     * @param correlation how likely a message shares the fate of the one before it (the one of its kind on its link), from 0
     *     to 99 percent; losses then come in bursts. By default 0
     * @param links by default all between servers
     */
    record Loss(Probability percent, Probability correlation, Links links) implements OnLinks {
        /** Checks the correlation. */
        public Loss {
            checkCorrelation(correlation);
        }

        @Override
        public String kind() {
            return "loss";
        }

        @Override
        public Loss aimedAt(Target other) {
            return new Loss(percent, correlation, links.aimedAt(other));
        }
    }

    /**
     * Delivers messages twice, the second time with a latency of its own.
     *
     * @param percent how likely a message is doubled, from 0 to 100 percent
     * @param correlation as for {@link Loss}
     * @param links by default all between servers
     */
    record Duplicate(Probability percent, Probability correlation, Links links) implements OnLinks {
        /** Checks the correlation. */
        public Duplicate {
            checkCorrelation(correlation);
        }

        @Override
        public String kind() {
            return "duplicate";
        }

        @Override
        public Duplicate aimedAt(Target other) {
            return new Duplicate(percent, correlation, links.aimedAt(other));
        }
    }

    /**
     * Holds single messages back, so that later ones overtake them.
     *
     * @param percent how likely a message is held back, from 0 to 100 percent
     * @param correlation as for {@link Loss}
     * @param by how long, drawn for each; by default 1ms..50ms
     * @param links by default all between servers
     */
    record Reorder(Probability percent, Probability correlation, DurationRange by, Links links) implements OnLinks {
        /** How long messages are held back unless said otherwise. */
        public static final DurationRange BY = new DurationRange(1_000_000, 50_000_000);

        /** Checks the correlation. */
        public Reorder {
            checkCorrelation(correlation);
        }

        @Override
        public String kind() {
            return "reorder";
        }

        @Override
        public Reorder aimedAt(Target other) {
            return new Reorder(percent, correlation, by, links.aimedAt(other));
        }
    }

    /**
     * Damages messages on their way.
     *
     * @param percent how likely a message is damaged, from 0 to 100 percent
     * @param correlation as for {@link Loss}
     * @param mode whether the receiver notices; by default {@code detected}
     * @param links by default all between servers
     */
    record Corrupt(Probability percent, Probability correlation, Mode mode, Links links) implements OnLinks {

        /** Whether the receiver notices that a message is damaged. */
        public enum Mode {
            /** Its checksum does not fit, so it is thrown away when it arrives. */
            DETECTED,
            /** Bits of its numbers, texts and bytes have flipped, and the receiver takes it for whole. */
            UNDETECTED
        }

        /** Checks the correlation. */
        public Corrupt {
            checkCorrelation(correlation);
        }

        @Override
        public String kind() {
            return "corrupt";
        }

        @Override
        public Corrupt aimedAt(Target other) {
            return new Corrupt(percent, correlation, mode, links.aimedAt(other));
        }
    }

    /**
     * Makes messages late. Overlapping delays add up.
     *
     * @param by how much later each arrives, drawn for each
     * @param jitter at most how much more, each as likely, so that messages overtake each other; by default 0
     * @param links by default all between servers
     */
    record Delay(Distribution by, long jitter, Links links) implements OnLinks {
        /** Checks the jitter. */
        public Delay {
            notNegative("a jitter", jitter);
        }

        @Override
        public String kind() {
            return "delay";
        }

        @Override
        public Delay aimedAt(Target other) {
            return new Delay(by, jitter, links.aimedAt(other));
        }
    }

    /**
     * Makes links narrow: messages leave one after the other, each after as long as its size takes, and wait in a queue for
     * their turn. Where several overlap, a message passes the one that holds it longest.
     *
     * @param rate bytes a second, at least 1
     * @param queue how many bytes may wait on a link; at least 0, by default 64 KiB
     * @param overflow which message is lost when one comes that does not fit; by default {@code newest}
     * @param links by default all between servers
     */
    record Bandwidth(long rate, long queue, Overflow overflow, Links links) implements OnLinks {
        /** How many bytes wait unless said otherwise. */
        public static final long QUEUE = 64 * 1024;

        /** Checks the numbers. */
        public Bandwidth {
            between(1, 1L << 40, "a rate in bytes a second", rate);
            between(0, 1L << 40, "a queue in bytes", queue);
        }

        @Override
        public String kind() {
            return "bandwidth";
        }

        @Override
        public Bandwidth aimedAt(Target other) {
            return new Bandwidth(rate, queue, overflow, links.aimedAt(other));
        }
    }

    /**
     * Holds everything on links, and lets it go when it ends.
     *
     * @param strategy all at once, or {@code swizzle}; by default {@code at-once}
     * @param stagger for {@code swizzle} only: within how long the nodes are clogged, and after the fault's length let go
     *     again; more than 0, by default 2s
     * @param links by default all between servers
     */
    record Clog(Strategy strategy, long stagger, Links links) implements OnLinks {
        /** How long the swizzle takes unless said otherwise. */
        public static final long STAGGER = 2_000_000_000L;

        /** How links are clogged. */
        public enum Strategy {
            /** All links at once. */
            AT_ONCE,
            /** The links of one target after the other, let go in another order, as FoundationDB does. */
            SWIZZLE
        }

        /** Checks the time. */
        public Clog {
            someTime("a stagger", stagger);
        }

        @Override
        public String kind() {
            return "clog";
        }

        @Override
        public Clog aimedAt(Target other) {
            return new Clog(strategy, stagger, links.aimedAt(other));
        }
    }

    /** A fault of the links between its targets and their peers. */
    sealed interface OnLinks extends NetworkFault {
        /** Which links. */
        Links links();

        @Override
        default Target target() {
            return links().target();
        }
    }

    private static void checkCorrelation(Probability correlation) {
        require(
                correlation.compareTo(Probability.percent(99)) <= 0,
                "a correlation is at most 99%, not " + correlation);
    }
}
