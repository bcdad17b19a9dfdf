/**
 * A finished run as its folder holds it: {@code result.json}, {@code history.edn} and {@code scenario.yaml} read into
 * records. Whatever a report shows comes from here, so that it can be written again at any time.
 */
@NullMarked
package dev.orrery.reports.run;

import org.jspecify.annotations.NullMarked;
