package dev.orrery.sim.check.unambiguous;

import dev.orrery.sim.check.unambiguous.RandomObject.Request;
import dev.orrery.sim.check.unambiguous.RandomObject.Subject;
import dev.orrery.sim.history.CompareAndSet;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A register that is given a new value each time. */
public final class UniqueValues implements Subject {
    private final int casOfTen;
    private @Nullable Object value;
    private int lastWritten;

    /** @param casOfTen how many requests of ten are a compare-and-set of what is there, half of the others are writes */
    public UniqueValues(int casOfTen) {
        this.casOfTen = casOfTen;
    }

    @Override
    public Request next(int client, Random random) {
        int kind = random.nextInt(10);
        if (kind < casOfTen) {
            return new Request("cas", new CompareAndSet(value, ++lastWritten));
        }
        return kind < 5 ? new Request("write", ++lastWritten) : new Request("read", null);
    }

    @Override
    public @Nullable Object apply(int client, Request request) {
        if (request.input() instanceof CompareAndSet change) {
            boolean found = Objects.equals(value, change.from());
            value = found ? change.to() : value;
            return found;
        }
        if (request.f().equals("read")) {
            return value;
        }
        value = request.input();
        return null;
    }

    @Override
    public @Nullable Object lie(Request request, Random random) {
        if (request.f().equals("cas")) {
            return true;
        }
        int made = random.nextInt(lastWritten + 2);
        return request.f().equals("read") && made > 0 ? (Object) made : null;
    }
}
