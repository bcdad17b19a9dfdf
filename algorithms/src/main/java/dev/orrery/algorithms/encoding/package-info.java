/**
 * Values as bytes, for what a process writes to its disk: numbers, strings, and the values that clients ask with. The
 * form is self-describing where a value may be of several types, and the same on every machine.
 */
@NullMarked
package dev.orrery.algorithms.encoding;

import org.jspecify.annotations.NullMarked;
