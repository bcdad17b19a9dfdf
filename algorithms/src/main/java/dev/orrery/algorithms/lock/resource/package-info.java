/**
 * What a lock guards: a process of its own with a counter, which remembers upon what each write was based, and takes notice
 * of one that overwrites what its writer has never seen.
 */
@NullMarked
package dev.orrery.algorithms.lock.resource;

import org.jspecify.annotations.NullMarked;
