/**
 * The algorithm of Suzuki and Kasami (A Distributed Mutual Exclusion Algorithm, ACM TOCS 1985): who has the token enters; who
 * has not asks all, and gets it from whoever has it. No messages an entry with the token at hand, N without.
 *
 * <p>The paper knows no losses. Here a token that was lost, with its holder or on its way, is made anew when every peer has
 * promised to refuse the old one: each of them, also the one that crashed, after its restart. That needs no clock, and waits
 * for the last peer.
 */
@NullMarked
package dev.orrery.algorithms.lock.suzukikasami;

import org.jspecify.annotations.NullMarked;
