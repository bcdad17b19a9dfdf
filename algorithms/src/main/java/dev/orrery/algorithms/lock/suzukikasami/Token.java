package dev.orrery.algorithms.lock.suzukikasami;

import dev.orrery.sim.node.Message;
import java.util.List;

/**
 * PRIVILEGE(Q, LN): the token.
 *
 * @param generation which token it is; a greater one is newer
 * @param entries how often somebody has entered with it
 * @param served LN: of each peer the request that was served last
 * @param queue Q: the peers that get it next, in order
 */
record Token(long generation, long entries, List<Long> served, List<Integer> queue) implements Message {
    /** Keeps copies of the lists. */
    Token {
        served = List.copyOf(served);
        queue = List.copyOf(queue);
    }
}
