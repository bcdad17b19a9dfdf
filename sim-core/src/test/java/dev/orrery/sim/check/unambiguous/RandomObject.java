package dev.orrery.sim.check.unambiguous;

import dev.orrery.sim.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Runs clients against one real object, one random step at a time: invoke, take effect, complete. Each operation takes
 * effect between its invocation and its completion, or, if its outcome is unknown, perhaps later or never, so the history
 * is linearizable unless answers are made up.
 */
public final class RandomObject {

    /** What a client asks for. */
    public record Request(String f, @Nullable Object input) {}

    /** The object, and what is asked of it. */
    public interface Subject {
        /** What this client asks for next. */
        Request next(int client, Random random);

        /** Does it, and answers. */
        @Nullable
        Object apply(int client, Request request);

        /** A made-up answer. */
        @Nullable
        Object lie(Request request, Random random);
    }

    /**
     * What to run.
     *
     * @param unknownPercent how many operations of a hundred are given up
     * @param liePercent how many answers are made up
     */
    public record Shape(int clients, int operations, int unknownPercent, int liePercent) {}

    private static final class Client {
        final int number;
        int process;
        int operation = -1;
        Request request = new Request("", null);
        boolean applied;

        @Nullable
        Object answer;

        Client(int number, int process) {
            this.number = number;
            this.process = process;
        }
    }

    private final Shape shape;
    private final Subject subject;
    private final Random random;
    private final History history = new History();
    private final List<Client> clients = new ArrayList<>();
    private final List<Client> givenUp = new ArrayList<>();
    private int nextProcess;

    private RandomObject(Shape shape, Subject subject, long seed) {
        this.shape = shape;
        this.subject = subject;
        this.random = new Random(seed);
    }

    public static History of(Shape shape, Subject subject, long seed) {
        return new RandomObject(shape, subject, seed).run();
    }

    private History run() {
        for (int i = 0; i < shape.clients(); i++) {
            clients.add(new Client(i, nextProcess++));
        }
        while (history.size() < shape.operations()) {
            step(random.nextInt(clients.size()));
            if (!givenUp.isEmpty() && random.nextInt(6) == 0) {
                apply(givenUp.remove(random.nextInt(givenUp.size())));
            }
        }
        return history;
    }

    private void step(int i) {
        Client client = clients.get(i);
        if (client.operation < 0) {
            client.applied = false;
            client.request = subject.next(client.number, random);
            client.operation = history.invoke(
                    client.process, "c" + client.number, client.request.f(), null, client.request.input(), 0, 0);
        } else if (random.nextInt(100) < shape.unknownPercent()) {
            history.info(client.operation, "given up", 0);
            if (!client.applied) {
                givenUp.add(client);
            }
            clients.set(i, new Client(client.number, nextProcess++));
        } else if (!client.applied) {
            apply(client);
        } else {
            history.ok(client.operation, client.answer, 0);
            client.operation = -1;
        }
    }

    private void apply(Client client) {
        client.answer = subject.apply(client.number, client.request);
        client.applied = true;
        if (random.nextInt(100) < shape.liePercent()) {
            client.answer = subject.lie(client.request, random);
        }
    }
}
