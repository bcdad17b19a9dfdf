/**
 * What a run counts and measures: counters, gauges over virtual time, and latency histograms, each by name and label, all
 * bounded in memory. Histograms are Gil Tene's HdrHistogram.
 */
@NullMarked
package dev.orrery.sim.metrics;

import org.jspecify.annotations.NullMarked;
