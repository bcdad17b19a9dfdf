package dev.orrery.algorithms.paxos.multi;

import dev.orrery.algorithms.paxos.Proposal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One server's instances, in memory. What of them is durable is {@link StableState}'s business. */
final class Instances implements InstanceView {
    /** No leader gets so far ahead of what is chosen; a message that says so was damaged on its way. */
    private static final long MOST_AHEAD = 1_000_000;

    private @Nullable Proposal[] proposals = new @Nullable Proposal[64];
    private long firstInstance = 1;
    private long lastInstance;
    private long chosenThrough;

    @Override
    public long firstInstance() {
        return firstInstance;
    }

    @Override
    public long lastInstance() {
        return lastInstance;
    }

    @Override
    public long chosenThrough() {
        return chosenThrough;
    }

    @Override
    public @Nullable Proposal proposal(long instance) {
        if (instance < firstInstance) {
            throw new IllegalArgumentException("instance " + instance + " is gone: the first is " + firstInstance);
        }
        return instance > lastInstance ? null : proposals[(int) (instance - firstInstance)];
    }

    /** Whether a proposal may be put there: it is not decided yet, and near enough to what is. */
    boolean isOpen(long instance) {
        return instance > chosenThrough && instance <= chosenThrough + MOST_AHEAD;
    }

    /** Puts a proposal where another one, or none, was. */
    void put(long instance, Proposal proposal) {
        int place = (int) (instance - firstInstance);
        if (place >= proposals.length) {
            proposals = Arrays.copyOf(proposals, Math.max(place + 1, 2 * proposals.length));
        }
        proposals[place] = proposal;
        lastInstance = Math.max(lastInstance, instance);
    }

    /** The proposals up to this instance are what was chosen; none of them is missing. */
    void chooseThrough(long instance) {
        chosenThrough = instance;
    }

    /** What is there from an instance on that is not known to be chosen. */
    List<Vote> votesFrom(long instance) {
        List<Vote> votes = new ArrayList<>();
        for (long at = Math.max(instance, chosenThrough + 1); at <= lastInstance; at++) {
            Proposal proposal = proposal(at);
            if (proposal != null) {
                votes.add(new Vote(at, proposal));
            }
        }
        return votes;
    }

    /** What was chosen at instances in a row; none of them is missing. */
    List<Proposal> chosen(long first, long last) {
        List<Proposal> chosen = new ArrayList<>();
        for (long at = first; at <= last; at++) {
            Proposal proposal = proposal(at);
            if (proposal == null) {
                throw new IllegalStateException("instance " + at + " is not decided");
            }
            chosen.add(proposal);
        }
        return chosen;
    }
}
