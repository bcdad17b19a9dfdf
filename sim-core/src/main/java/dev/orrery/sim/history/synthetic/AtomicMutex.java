package dev.orrery.sim.history.synthetic;

import dev.orrery.sim.random.RandomStream;
import java.util.TreeSet;

/**
 * A lock that each client acquires and releases in turn, and waits for while another one holds it. Once it lies it says to
 * everybody that it is free, whoever holds it.
 */
public final class AtomicMutex implements AtomicObject {
    private final long lieAt;
    private final TreeSet<Integer> owners = new TreeSet<>();
    private long served;

    /** A lock that is free. */
    public AtomicMutex() {
        this(HONEST);
    }

    private AtomicMutex(long lieAt) {
        this.lieAt = lieAt;
    }

    /** The same at its beginning, but it lies once it has served so many operations. */
    public AtomicMutex lyingAt(long operation) {
        return new AtomicMutex(operation);
    }

    @Override
    public Request ask(int client, RandomStream random) {
        return new Request(client, owners.contains(client) ? "release" : "acquire", null, null);
    }

    @Override
    public Reply serve(Request request, boolean heard) {
        if (request.f().equals("release")) {
            served++;
            owners.remove(request.client());
            return new Reply.Done(null);
        }
        if (!owners.isEmpty() && served < lieAt) {
            return new Reply.Later();
        }
        served++;
        owners.add(request.client());
        return new Reply.Done(null);
    }
}
