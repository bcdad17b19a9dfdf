package dev.orrery.sim.check;

import org.jspecify.annotations.Nullable;

/** Says why a system answered nobody for a while; the system itself supplies it, since only it knows what to look for. */
@FunctionalInterface
public interface StallReason {

    /**
     * Why nobody was answered in this stretch of time, in plain words: {@code no leader since 51.2s}, {@code the request
     * is pending on n3}, {@code n2 is 40 entries behind}. Asked when the run is over.
     *
     * @param from virtual nanoseconds
     * @param to virtual nanoseconds, at least {@code from}
     * @return the reason, or null if the system sees none
     */
    @Nullable
    String between(long from, long to);
}
