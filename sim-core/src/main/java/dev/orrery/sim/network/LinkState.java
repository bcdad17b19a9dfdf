package dev.orrery.sim.network;

import dev.orrery.sim.network.Chances.Chance;
import dev.orrery.sim.network.LinkCondition.Chancy;
import dev.orrery.sim.network.LinkCondition.Corrupting;
import dev.orrery.sim.network.LinkCondition.Cut;
import dev.orrery.sim.network.LinkCondition.Doubling;
import dev.orrery.sim.network.LinkCondition.Late;
import dev.orrery.sim.network.LinkCondition.Lossy;
import dev.orrery.sim.network.LinkCondition.Narrow;
import dev.orrery.sim.network.LinkCondition.Reordering;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Mix;
import dev.orrery.sim.random.Probability;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is wrong with one link, summed up. */
final class LinkState {
    private final List<Imposed> imposed;
    private final List<Delay> delays = new ArrayList<>();
    private final @Nullable Imposed cut;
    private final @Nullable Imposed narrow;
    final Chances losses;
    final Chances duplicates;
    final Chances reorderings;
    final Chances corruptions;

    /**
     * Sums up.
     *
     * @param config what is always wrong
     * @param imposed what is wrong now
     */
    LinkState(NetworkConfig config, List<Imposed> imposed) {
        this.imposed = imposed;
        cut = strongestCut();
        narrow = narrowest();
        for (Imposed each : imposed) {
            if (each.condition instanceof Late late) {
                delays.add(Delay.of(late));
            }
        }
        losses = chances(Choice.LOSS, Lossy.class, new Lossy(config.loss(), Probability.NEVER));
        duplicates = chances(Choice.DUPLICATE, Doubling.class, new Doubling(config.duplicate(), Probability.NEVER));
        reorderings = chances(Choice.REORDER, Reordering.class, null);
        corruptions = chances(Choice.CORRUPTION, Corrupting.class, null);
    }

    private @Nullable Imposed strongestCut() {
        Imposed strongest = null;
        for (Imposed each : imposed) {
            if (each.condition instanceof Cut here
                    && (strongest == null || here.block().compareTo(((Cut) strongest.condition).block()) < 0)) {
                strongest = each;
            }
        }
        return strongest;
    }

    private @Nullable Imposed narrowest() {
        Imposed narrowest = null;
        for (Imposed each : imposed) {
            if (each.condition instanceof Narrow here
                    && (narrowest == null || here.rate() < ((Narrow) narrowest.condition).rate())) {
                narrowest = each;
            }
        }
        return narrowest;
    }

    private Chances chances(Choice choice, Class<? extends Chancy> kind, @Nullable Chancy always) {
        List<Chance> chances = new ArrayList<>();
        if (always != null) {
            chances.add(new Chance(always, choice == Choice.LOSS ? "loss" : "duplicate", true));
        }
        for (Imposed each : imposed) {
            if (kind.isInstance(each.condition)) {
                chances.add(new Chance(kind.cast(each.condition), each.why, false));
            }
        }
        return new Chances(choice, chances);
    }

    /** What a message meets that is on the link now; null if it passes. */
    @Nullable
    Block block() {
        Block block = cut == null ? null : ((Cut) cut.condition).block();
        return block == Block.DELIVER_AND_TIME_OUT ? null : block;
    }

    /** What cuts the link, or makes answers time out. */
    String blockedBy() {
        return cut == null ? "" : cut.why;
    }

    /** Whether the answers to requests that pass here are lost. */
    boolean timesOut() {
        return cut != null && ((Cut) cut.condition).block() == Block.DELIVER_AND_TIME_OUT;
    }

    /** How narrow the link is; null if it is not. */
    @Nullable
    Narrow width() {
        return narrow == null ? null : (Narrow) narrow.condition;
    }

    /** What to call it that a message found the queue full, such as {@code queue-full:f2}. */
    String overflowsBy() {
        String why = narrow == null ? "" : narrow.why;
        return "queue-full" + why.substring(Math.max(0, why.indexOf(':')));
    }

    /**
     * How much longer than usual a message takes.
     *
     * @param key of the copy of the message
     */
    long delay(long key) {
        long sum = 0;
        for (Delay delay : delays) {
            long own = Mix.combine(key, delay.salt);
            sum = plus(sum, delay.by.sample(Choice.DELAY.draw(own)));
            sum = plus(sum, delay.jitter.sample(Choice.JITTER.draw(own)));
        }
        return sum;
    }

    private static long plus(long sum, long more) {
        return sum + Math.min(more, Long.MAX_VALUE - sum);
    }

    /**
     * One thing that makes the link slow.
     *
     * @param salt of its draws. It depends on nothing but the delay itself, so that neither the time at which it began nor
     *     others beside it shift them
     */
    private record Delay(Distribution by, Distribution jitter, long salt) {
        static Delay of(Late late) {
            return new Delay(
                    late.by(),
                    Distribution.uniform(0, late.jitter()),
                    Mix.hash(late.by().toString()));
        }
    }
}
