/**
 * What objects do when operations come one at a time: the sequential specifications that histories are judged by.
 *
 * <p>{@link dev.orrery.sim.check.model.Model} is what a specification is, a page for most objects; {@link
 * dev.orrery.sim.check.model.Models} finds them by name, a user's own among them.
 */
@NullMarked
package dev.orrery.sim.check.model;

import org.jspecify.annotations.NullMarked;
