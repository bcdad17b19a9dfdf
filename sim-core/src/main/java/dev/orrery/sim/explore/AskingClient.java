package dev.orrery.sim.explore;

import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.system.Client;
import dev.orrery.sim.system.Completion;
import dev.orrery.sim.system.Invocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client's process in a search: it asks one thing after the other, the first at its boot, and then no more. */
public class AskingClient implements Process {
    /** Longer than anything lasts where time stands still. */
    private static final long TIMEOUT_NANOS = 1_000_000_000;

    private final Client client;
    private final List<Invocation> questions;
    private int asked;
    private int answered;

    private AskingClient(Client client, List<Invocation> questions) {
        this.client = client;
        this.questions = List.copyOf(questions);
    }

    /** The process of a client, which tells its state if the client does. */
    public static Process of(Client client, List<Invocation> questions) {
        return client instanceof Fingerprinted ? new Telling(client, questions) : new AskingClient(client, questions);
    }

    private static final class Telling extends AskingClient implements Fingerprinted {
        private Telling(Client client, List<Invocation> questions) {
            super(client, questions);
        }

        @Override
        public void fingerprint(Fingerprint into) {
            into.part(client()).number(asked());
        }
    }

    @Override
    public void start() {
        askNext();
    }

    private void askNext() {
        if (asked < questions.size()) {
            client.invoke(questions.get(asked++), TIMEOUT_NANOS, new Answer());
        }
    }

    private final class Answer implements Completion {
        @Override
        public void ok(@Nullable Object answer) {
            answered++;
            askNext();
        }

        @Override
        public void fail(String why) {
            askNext();
        }

        @Override
        public void info(String why) {
            askNext();
        }
    }

    @Override
    public void receive(NodeId from, Message message) {
        client.receive(from, message);
    }

    @Override
    public void refused(NodeId to, Message message) {
        client.refused(to, message);
    }

    Client client() {
        return client;
    }

    int asked() {
        return asked;
    }

    /** How many questions were answered. */
    public int answered() {
        return answered;
    }
}
