/**
 * Pictures and pages made from a finished run: charts, the HTML report, exports to the formats of other tools.
 *
 * <p>Reads traces, histories and metrics; knows no algorithm by name.
 */
@NullMarked
package dev.orrery.reports;

import org.jspecify.annotations.NullMarked;
