/**
 * What the charts of a run show, computed once from its result and history, so that a picture in the page and a picture
 * in a file show the same: throughput, latency over time and by percentile, and who was what when.
 */
@NullMarked
package dev.orrery.reports.series;

import org.jspecify.annotations.NullMarked;
