package dev.orrery.sim.history.synthetic;

import dev.orrery.sim.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A store of texts, empty at first, to which clients append and which they get. Each part is appended once:
 * {@code x client ordinal y}, as in MIT's course on distributed systems and the recordings of Porcupine.
 *
 * <p>The lie is a text without its first part, as if that had been lost.
 */
public final class AppendStore implements AtomicObject {
    private final int keys;
    private final Lie lie;
    private final List<StringBuilder> texts = new ArrayList<>();
    private final List<Integer> partsOfClient = new ArrayList<>();

    /** @param keys how many texts, at least 1; their keys are {@code "0"} and so on */
    public AppendStore(int keys) {
        this(keys, HONEST);
    }

    private AppendStore(int keys, long lieAt) {
        this.keys = keys;
        this.lie = new Lie(lieAt);
        for (int key = 0; key < keys; key++) {
            texts.add(new StringBuilder());
        }
    }

    /** The same at its beginning, but it lies once it has served so many operations. */
    public AppendStore lyingAt(long operation) {
        return new AppendStore(keys, operation);
    }

    @Override
    public Request ask(int client, RandomStream random) {
        String key = Integer.toString(random.below(keys));
        if (random.below(2) == 0) {
            return new Request(client, "get", key, null);
        }
        while (partsOfClient.size() <= client) {
            partsOfClient.add(0);
        }
        int part = partsOfClient.get(client);
        partsOfClient.set(client, part + 1);
        return new Request(client, "append", key, "x " + client + " " + part + " y");
    }

    @Override
    public Reply serve(Request request, boolean heard) {
        lie.comeNearer();
        StringBuilder text = texts.get(Integer.parseInt(Objects.requireNonNull((String) request.key())));
        if (request.f().equals("append")) {
            text.append(request.input());
            return new Reply.Done(null);
        }
        boolean loses = text.length() > 0 && lie.isDue(heard);
        return new Reply.Done(loses ? text.substring(text.indexOf("y") + 1) : text.toString());
    }
}
