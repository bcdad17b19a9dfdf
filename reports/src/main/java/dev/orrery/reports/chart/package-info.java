/**
 * Charts as files, for a README, an issue or a talk: PNG drawn by JFreeChart, in light and in dark, at twice the size so
 * that they stay sharp.
 *
 * <p>They show the same {@link dev.orrery.reports.series} as the pictures in the page. The look does not depend on the
 * machine: the font comes along, no clock, locale or time zone is asked. Pixels may still differ from one release of Java
 * to the next.
 */
@NullMarked
package dev.orrery.reports.chart;

import org.jspecify.annotations.NullMarked;
