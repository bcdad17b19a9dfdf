/**
 * All that can happen in a scenario's system, in place of one run of it: the scenario says who there is, who asks for what
 * and what must hold, and a search goes all ways within its bounds. The scenario's times, networks, disks and faults have no
 * part in it.
 */
@NullMarked
package dev.orrery.scenarios.explore;

import org.jspecify.annotations.NullMarked;
