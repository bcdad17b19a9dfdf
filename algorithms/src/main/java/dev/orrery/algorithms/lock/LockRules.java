package dev.orrery.algorithms.lock;

import dev.orrery.sim.node.Clock;

/** The decisions that the locks' safety and liveness rest on. A planted bug overrides one of them. */
public class LockRules {

    /**
     * Whether a holder goes on with its section, asked before each step of it.
     *
     * @param held whether it still holds the lock by its own clock
     */
    public boolean goesOn(boolean held) {
        return held;
    }

    /** The clock by which a Redlock store lets keys expire: one that never jumps. */
    public long expiryClock(Clock clock) {
        return clock.monotonic();
    }

    /**
     * How long a Redlock store without durable keys stays silent after a restart, in nanoseconds: until every key that it
     * may have forgotten has expired (Redis documentation, Performance, crash recovery and fsync).
     */
    public long restartDelay(long longestTtl) {
        return longestTtl;
    }

    /** Whether a Redlock store deletes a key: only if it holds the value of whoever asks. */
    public boolean mayDelete(String stored, String asked) {
        return stored.equals(asked);
    }

    /** Whether a Redlock client that did not get enough stores unlocks all of them. */
    public boolean unlocksAfterFailure() {
        return true;
    }

    /** Whether a resource with fencing takes what comes with this token: if it has seen none that is greater. */
    public boolean acceptsFence(long fence, long highest) {
        return fence >= highest;
    }

    /** Ricart and Agrawala §2: whether an own request has precedence over another one, by (timestamp, node). */
    public boolean precedes(long ownTime, int self, long theirTime, int them) {
        return ownTime < theirTime || (ownTime == theirTime && self < them);
    }

    /** Maekawa §3: whether a voter asks whom it is locked for to give the vote back when an older request comes. */
    public boolean inquires() {
        return true;
    }

    /**
     * Suzuki and Kasami: whether a token may be made anew.
     *
     * @param promised how many others have promised to refuse the old one
     * @param others how many others there are
     */
    public boolean mayRegenerate(int promised, int others) {
        return promised == others;
    }
}
