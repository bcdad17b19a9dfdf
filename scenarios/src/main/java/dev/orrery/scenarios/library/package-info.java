/**
 * The bundled scenarios: the files in the folder {@code scenarios/library}, which are packed into the program beside this
 * package's classes. Each shows one thing and says what; those in {@code bugs} hold a planted bug and expect the check that
 * must find it.
 */
@NullMarked
package dev.orrery.scenarios.library;

import org.jspecify.annotations.NullMarked;
