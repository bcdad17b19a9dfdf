/**
 * The first page of a run: one file that needs no network, reads well in light and in dark, and without colours and
 * scripts. Each section is a class; {@link dev.orrery.reports.page.Page} is their order.
 */
@NullMarked
package dev.orrery.reports.page;

import org.jspecify.annotations.NullMarked;
