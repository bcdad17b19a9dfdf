package dev.orrery.sim.check.linearizability;

import dev.orrery.sim.history.CompareAndSet;
import dev.orrery.sim.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs clients against one real store, one random step at a time: invoke, take effect, complete. Each operation takes
 * effect between its invocation and its completion, or, if its outcome is unknown, perhaps later or never, so the history
 * is linearizable by construction.
 */
final class RandomHistory {

    /**
     * What to run.
     *
     * @param values how many values there are, or 0 for a new one each time
     * @param unknownPercent how many operations of a hundred are given up
     * @param failedPercent how many are refused
     * @param liePercent how many answers are made up
     */
    record Shape(
            int clients, int operations, int keys, int values, int unknownPercent, int failedPercent, int liePercent) {}

    private static final class Client {
        int process;
        int operation = -1;
        String key = "";
        String f = "";

        @Nullable
        Object input;

        boolean applied;

        @Nullable
        Object answer;
    }

    private final Shape shape;
    private final Random random;
    private final History history = new History();
    private final Map<String, Object> store = new TreeMap<>();
    private final List<Client> clients = new ArrayList<>();
    private final List<Client> givenUp = new ArrayList<>();
    private int nextProcess;
    private int nextValue;
    private long now;

    private RandomHistory(Shape shape, long seed) {
        this.shape = shape;
        this.random = new Random(seed);
    }

    static History of(Shape shape, long seed) {
        return new RandomHistory(shape, seed).run();
    }

    private History run() {
        for (int i = 0; i < shape.clients(); i++) {
            clients.add(newClient());
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
            clients.set(i, newClient());
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
        client.key = "k" + random.nextInt(shape.keys());
        client.applied = false;
        int kind = random.nextInt(10);
        client.f = kind < 5 ? "read" : kind < 7 ? "write" : kind < 9 ? "cas" : "delete";
        client.input = switch (client.f) {
            case "write" -> newValue();
            case "cas" -> new CompareAndSet(shape.values() == 0 ? store.get(client.key) : newValue(), newValue());
            default -> null;
        };
        client.operation = history.invoke(client.process, client.f, client.key, client.input, now, now);
    }

    private void apply(Client client) {
        client.answer = Reference.apply(store, client.key, client.f, client.input);
        client.applied = true;
        if (random.nextInt(100) < shape.liePercent()) {
            client.answer = switch (client.f) {
                case "read" -> random.nextBoolean() ? null : newValue();
                case "cas" -> random.nextBoolean();
                default -> null;
            };
        }
    }

    private Object newValue() {
        return shape.values() == 0 ? nextValue++ : random.nextInt(shape.values());
    }

    private Client newClient() {
        Client client = new Client();
        client.process = nextProcess++;
        return client;
    }
}
