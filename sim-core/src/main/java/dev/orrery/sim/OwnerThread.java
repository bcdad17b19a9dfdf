package dev.orrery.sim;

/** The one thread that may touch a simulation: the one that made it. */
@OutsideTheClockwork("It compares threads to refuse all but one, and no event can see which one that is.")
final class OwnerThread {
    private final Thread owner = Thread.currentThread();

    /** Throws an {@link IllegalStateException} on any other thread. */
    void check() {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("thread '" + Thread.currentThread().getName()
                    + "' touches a simulation of thread '" + owner.getName()
                    + "': what other threads do, and when, would differ from run to run");
        }
    }
}
