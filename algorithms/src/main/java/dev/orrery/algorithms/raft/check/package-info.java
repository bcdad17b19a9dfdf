/**
 * The properties that Raft keeps at all times, each named as in Figure 3 of its paper, and three more: that
 * a server votes once, and what never goes back. Each looks only at what is new since it last looked at a server, so that all of them can be judged after every
 * event.
 */
@NullMarked
package dev.orrery.algorithms.raft.check;

import org.jspecify.annotations.NullMarked;
