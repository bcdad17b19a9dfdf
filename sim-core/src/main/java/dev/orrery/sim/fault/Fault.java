package dev.orrery.sim.fault;

/**
 * One thing that can go wrong. A fault is a plain record: what it is, how bad, and at whom it aims; when it happens and
 * for how long is said by the {@link PlannedFault} around it.
 */
public sealed interface Fault permits NetworkFault, ProcessFault, ClockFault, DiskFault, MembershipFault {

    /** Its name in the scenario language, in lower case with hyphens, such as {@code clock-skew}. */
    String kind();

    /** Whom it hits, resolved at the moment at which it begins. */
    Target target();

    /** The same fault, aimed at others. */
    Fault aimedAt(Target target);

    /**
     * Whether it is a condition that holds for a while, so that a length means something; otherwise it happens and is
     * done, or says itself when it is undone.
     */
    boolean lasts();
}
