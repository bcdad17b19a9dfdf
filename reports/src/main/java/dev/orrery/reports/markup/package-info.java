/** HTML and SVG, well-formed and escaped by construction. */
@NullMarked
package dev.orrery.reports.markup;

import org.jspecify.annotations.NullMarked;
