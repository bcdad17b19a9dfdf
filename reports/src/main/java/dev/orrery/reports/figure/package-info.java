/**
 * The pictures inside the page, as SVG written by hand: they take the page's colours in light and in dark, stay sharp at
 * any size, carry their numbers as tool tips, and cost no chart library.
 *
 * <p>Pictures over virtual time share one axis, so that a fault stands in the same place in each.
 */
@NullMarked
package dev.orrery.reports.figure;

import org.jspecify.annotations.NullMarked;
