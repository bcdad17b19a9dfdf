/** Numbers and times in the words of a report: no locale, no time zone, the same text on every machine. */
@NullMarked
package dev.orrery.reports.words;

import org.jspecify.annotations.NullMarked;
