/**
 * Pictures and pages made from the folder of a finished run. Start at {@link dev.orrery.reports.Report}.
 *
 * <p>Reads traces, histories and metrics; knows no algorithm by name. A report is a pure function of the run's folder.
 */
@NullMarked
package dev.orrery.reports;

import org.jspecify.annotations.NullMarked;
