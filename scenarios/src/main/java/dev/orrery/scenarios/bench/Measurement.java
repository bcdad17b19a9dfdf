package dev.orrery.scenarios.bench;

/**
 * What was measured.
 *
 * @param name of the contest
 * @param value how much the subject did a second of processor time, or how long one piece took it: the median over the
 *     rounds
 * @param unit of the value and the baseline: {@code events/s}, {@code states/s} or {@code ms}
 * @param baseline the same of the baseline
 * @param ratio how many times as long as the baseline the subject takes for one event: the median over the pairs of
 *     rounds, so that a machine that slows down slows both
 */
public record Measurement(String name, double value, String unit, double baseline, double ratio) {}
