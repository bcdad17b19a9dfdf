/** What holds for the house as a whole, whichever module it is in: this module's tests see all four. */
@NullMarked
package dev.orrery.scenarios.house;

import org.jspecify.annotations.NullMarked;
