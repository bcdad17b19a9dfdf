/**
 * The {@code orrery} command line. The result goes to standard output, everything else to standard error, and the exit
 * code says how it went.
 */
@NullMarked
package dev.orrery.scenarios.cli;

import org.jspecify.annotations.NullMarked;
