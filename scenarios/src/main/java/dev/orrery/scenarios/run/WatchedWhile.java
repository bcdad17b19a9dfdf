package dev.orrery.scenarios.run;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A watcher together with whether anybody wants to know. */
record WatchedWhile(Watcher watcher, @Nullable BooleanSupplier wanted) implements Watcher {

    @Override
    public boolean goesOn(long now, long events) {
        return (wanted == null || wanted.getAsBoolean()) && watcher.goesOn(now, events);
    }
}
