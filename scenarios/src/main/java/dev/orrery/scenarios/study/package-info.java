/**
 * Studies: what is named like a scenario, and whose result is a table and a chart made of very many runs. {@link
 * dev.orrery.scenarios.study.StudyProvider}s are found by {@link java.util.ServiceLoader}.
 */
@NullMarked
package dev.orrery.scenarios.study;

import org.jspecify.annotations.NullMarked;
