package dev.orrery.sim;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks code that uses a facility banned from simulations (a clock, a thread, a file) where no simulated event can see
 * the outcome, so that no run can differ by it. The build's ban on such calls does not look inside what is marked.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.CONSTRUCTOR, ElementType.METHOD, ElementType.TYPE})
public @interface OutsideTheClockwork {
    /** Why no simulated event depends on it. */
    String value();
}
