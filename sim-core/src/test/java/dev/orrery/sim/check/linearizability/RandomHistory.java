package dev.orrery.sim.check.linearizability;

import dev.orrery.sim.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs clients against one real store of objects, one random step at a time: invoke, take effect, complete. Each operation
 * takes effect between its invocation and its completion, or, if its outcome is unknown, perhaps later or never, so the
 * history is linearizable by construction, but for the answers that are made up.
 */
public final class RandomHistory {

    /**
     * What to run.
     *
     * @param unknownPercent how many operations of a hundred are given up
     * @param failedPercent how many are refused
     * @param liePercent how many answers are made up
     */
    public record Shape(int clients, int operations, int keys, int unknownPercent, int failedPercent, int liePercent) {}

    private static final class Client {
        final String name;
        int process;
        int operation = -1;
        String key = "";
        PlainObject.Request request = new PlainObject.Request("none", null);
        boolean applied;

        @Nullable
        Object answer;

        Client(String name, int process) {
            this.name = name;
            this.process = process;
        }
    }

    private final PlainObject object;
    private final Shape shape;
    private final Random random;
    private final History history = new History();
    private final Map<String, List<Object>> states = new TreeMap<>();
    private final List<Client> clients = new ArrayList<>();
    private final List<Client> givenUp = new ArrayList<>();
    private int nextProcess;
    private long now;

    private RandomHistory(PlainObject object, Shape shape, long seed) {
        this.object = object;
        this.shape = shape;
        this.random = new Random(seed);
    }

    public static History of(PlainObject object, Shape shape, long seed) {
        return new RandomHistory(object, shape, seed).run();
    }

    private History run() {
        for (int i = 0; i < shape.clients(); i++) {
            clients.add(new Client("c" + i, nextProcess++));
        }
        while (history.size() < shape.operations()) {
            now += random.nextInt(3);
            step(random.nextInt(clients.size()));
            if (!givenUp.isEmpty() && random.nextInt(10) == 0) {
                apply(givenUp.remove(random.nextInt(givenUp.size())));
            }
        }
        return history;
    }

    private void step(int i) {
        Client client = clients.get(i);
        if (client.operation < 0) {
            invoke(client);
        } else if (random.nextInt(100) < shape.unknownPercent()) {
            history.info(client.operation, "given up", now);
            if (!client.applied) {
                givenUp.add(client);
            }
            clients.set(i, new Client(client.name, nextProcess++));
        } else if (!client.applied && random.nextInt(100) < shape.failedPercent()) {
            history.fail(client.operation, "refused", now);
            client.operation = -1;
        } else if (!client.applied) {
            apply(client);
        } else {
            history.ok(client.operation, client.answer, now);
            client.operation = -1;
        }
    }

    private void invoke(Client client) {
        client.key = "k" + random.nextInt(object.hasKeys() ? shape.keys() : 1);
        client.applied = false;
        client.request = object.request(random);
        client.operation = history.invoke(
                client.process, client.name, client.request.f(), client.key, client.request.input(), now, now);
    }

    private void apply(Client client) {
        List<Object> state = states.computeIfAbsent(client.key, key -> new ArrayList<>());
        client.answer = object.perform(state, client.request, client.name, null);
        client.applied = true;
        if (random.nextInt(100) < shape.liePercent()) {
            client.answer = object.lie(client.request, random);
        }
    }
}
