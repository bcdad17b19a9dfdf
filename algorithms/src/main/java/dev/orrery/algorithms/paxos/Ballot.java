package dev.orrery.algorithms.paxos;

import dev.orrery.algorithms.encoding.ByteReader;
import dev.orrery.algorithms.encoding.ByteWriter;
import dev.orrery.sim.node.NodeId;

/**
 * The number of a proposal. Different proposers choose their numbers from disjoint sets (Paxos Made Simple §2.2): the round
 * counts first, then the proposer.
 *
 * @param round from 1; how often its proposer has begun anew, at least
 * @param proposer who issued it
 */
public record Ballot(long round, NodeId proposer) implements Comparable<Ballot> {
    @Override
    public int compareTo(Ballot other) {
        int rounds = Long.compare(round, other.round);
        return rounds == 0 ? proposer.compareTo(other.proposer) : rounds;
    }

    /** Writes it to bytes. */
    public void writeTo(ByteWriter out) {
        out.putLong(round);
        out.putInt(proposer.index());
        out.putString(proposer.name());
    }

    /** Reads what {@link #writeTo} wrote. */
    public static Ballot readFrom(ByteReader in) {
        return new Ballot(in.getLong(), new NodeId(in.getInt(), in.getString()));
    }

    /** Such as {@code 2.n1}. */
    @Override
    public String toString() {
        return round + "." + proposer;
    }
}
