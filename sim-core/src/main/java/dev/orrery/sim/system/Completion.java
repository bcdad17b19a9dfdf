package dev.orrery.sim.system;

import org.jspecify.annotations.Nullable;

/** How an operation ended, seen from the client that asked. Exactly one of the methods is called, once. */
public interface Completion {

    /** It took effect and was answered; the answer of an operation that only changes something is null. */
    void ok(@Nullable Object answer);

    /** It certainly took no effect and never will, or it only looks and nobody answered. */
    void fail(String why);

    /** Nobody knows whether it took effect, or still will. */
    void info(String why);
}
