/**
 * The system {@code raft-kv}: a key-value store replicated by Raft, as a scenario names it.
 */
@NullMarked
package dev.orrery.algorithms.raft.kv;

import org.jspecify.annotations.NullMarked;
