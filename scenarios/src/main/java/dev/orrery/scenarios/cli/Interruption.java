package dev.orrery.scenarios.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Lets a command end in good order when it is ended from outside, as by Ctrl-C: it is told so, and has some seconds to
 * write down what there is before the process goes.
 *
 * <p>The virtual machine itself then ends with the exit code of the signal, 130 for Ctrl-C.
 */
final class Interruption implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::shutDown, "interruption");
    private volatile boolean requested;

    private Interruption() {}

    /** Watches out from now on. */
    static Interruption watch() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Whether somebody wants this command to end. */
    boolean isRequested() {
        return requested;
    }

    /** Whether what this command does is still wanted, at any time. */
    BooleanSupplier wanted() {
        return () -> !requested;
    }

    private void shutDown() {
        requested = true;
        try {
            if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("orrery: gave up waiting for the run to end");
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    /** All is written. */
    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException underWay) {
            // The process is ending already: the hook has what it waited for.
            requested = true;
        }
    }
}
