package dev.orrery.sim.check.unambiguous;

import dev.orrery.sim.check.unambiguous.RandomObject.Request;
import dev.orrery.sim.check.unambiguous.RandomObject.Subject;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A lock or a semaphore that knows who holds it how often, and refuses with {@code false}. Where it lies, it lets somebody
 * in whom it should have refused, refuses whom it should have let in, or gives out an old fence.
 */
final class RandomLock implements Subject {
    private final int permits;
    private final int mostHolds;
    private final boolean fenced;
    private final Map<Integer, Integer> holds = new TreeMap<>();
    private long fence;
    private int lastClient;
    private boolean lastWasLetIn;

    /**
     * A lock.
     *
     * @param permits how many clients may hold it at once
     * @param mostHolds how often each of them may
     * @param fenced whether acquisitions are answered with fences
     */
    RandomLock(int permits, int mostHolds, boolean fenced) {
        this.permits = permits;
        this.mostHolds = mostHolds;
        this.fenced = fenced;
    }

    @Override
    public Request next(int client, Random random) {
        int held = holds.getOrDefault(client, 0);
        boolean sensible = random.nextInt(30) > 0;
        boolean releases = sensible ? held == mostHolds || (held > 0 && random.nextBoolean()) : random.nextBoolean();
        return new Request(releases ? "release" : "acquire", null);
    }

    @Override
    public @Nullable Object apply(int client, Request request) {
        int held = holds.getOrDefault(client, 0);
        int clients = (int) holds.values().stream().filter(its -> its > 0).count();
        lastClient = client;
        lastWasLetIn = false;
        if (request.f().equals("release")) {
            holds.put(client, Math.max(0, held - 1));
            return held == 0 ? false : null;
        }
        lastWasLetIn = held == 0 ? clients < permits : held < mostHolds;
        return lastWasLetIn ? letIn(held) : (Object) false;
    }

    private Object letIn(int held) {
        holds.put(lastClient, held + 1);
        fence += held == 0 ? 1 : 0;
        return fenced ? (Object) fence : (Object) true;
    }

    @Override
    public @Nullable Object lie(Request request, Random random) {
        int held = holds.getOrDefault(lastClient, 0);
        if (request.f().equals("release")) {
            return null;
        }
        if (!lastWasLetIn) {
            return held == mostHolds ? (Object) false : letIn(held);
        }
        if (fenced && random.nextBoolean()) {
            return (long) random.nextInt(3);
        }
        if (held > 1) {
            return fenced ? (Object) (fence + 1) : (Object) true;
        }
        holds.put(lastClient, 0);
        return false;
    }
}
