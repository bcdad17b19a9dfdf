package dev.orrery.scenarios.run;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a judgement as long as somebody wants it. A check is a function that knows nothing of whoever waits for it, and
 * on a hard history it may take minutes; so it gets a thread of its own, which is left to itself once nobody waits.
 */
final class Patience {
    private static final long LOOK_UP_EVERY_MILLIS = 50;

    private final BooleanSupplier lasts;

    /** As long as this is true. */
    Patience(BooleanSupplier lasts) {
        this.lasts = lasts;
    }

    /**
     * What is found; null if it was not wanted any longer before that. What the judgement throws comes out here.
     */
    <T> @Nullable T await(Supplier<T> judgement) {
        FutureTask<T> task = new FutureTask<>(judgement::get);
        Thread judge = new Thread(task, Thread.currentThread().getName() + ", judging");
        judge.setDaemon(true);
        judge.start();
        try {
            while (judge.isAlive()) {
                judge.join(LOOK_UP_EVERY_MILLIS);
                if (judge.isAlive() && !lasts.getAsBoolean()) {
                    return null;
                }
            }
            return task.get();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException thrown) {
            throw unchecked(thrown.getCause());
        }
    }

    /** A supplier can throw nothing else. */
    private static RuntimeException unchecked(@Nullable Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) Objects.requireNonNull(thrown);
    }
}
