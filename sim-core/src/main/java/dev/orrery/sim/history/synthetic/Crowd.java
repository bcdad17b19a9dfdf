package dev.orrery.sim.history.synthetic;

import dev.orrery.sim.engine.EventQueue;
import dev.orrery.sim.history.ClientRecorder;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.synthetic.AtomicObject.Reply;
import dev.orrery.sim.history.synthetic.AtomicObject.Request;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Clients that ask an object one operation after the other, all of them at the same time.
 *
 * <p>An operation takes effect an exponentially distributed time after its invocation, with a mean of a millisecond, and
 * completes as long after that; the next one follows soon. An operation that crashes has taken effect in every second
 * case, and its client goes on as a new process. One that waits when the last operation has been invoked stays open.
 *
 * @param clients at least 1
 * @param operations how many are invoked in all, at least 0
 * @param crashes how likely it is that nobody learns what became of an operation; only for objects that let nobody wait
 */
public record Crowd(int clients, int operations, Probability crashes) {
    private static final Distribution HALF_WAY = Distribution.exponential(1_000_000);
    private static final Distribution PAUSE = Distribution.exponential(100_000);
    private static final Probability EVERY_SECOND = Probability.percent(50);

    /** Clients that learn what became of each operation. */
    public Crowd(int clients, int operations) {
        this(clients, operations, Probability.NEVER);
    }

    /** An {@link IllegalArgumentException} where there is nobody to ask. */
    public Crowd {
        if (clients < 1 || operations < 0) {
            throw new IllegalArgumentException(clients + " clients cannot ask " + operations + " operations");
        }
    }

    /** What they see of this object; the same for the same seed and a like object. */
    public History ask(AtomicObject object, long seed) {
        return new Asking(this, object, seed).history();
    }

    /** One history in the making. Its events are the steps of the clients: the event's head says whose step it is. */
    private static final class Asking {
        private final Crowd crowd;
        private final AtomicObject object;
        private final RandomStream random;
        private final EventQueue steps = new EventQueue();
        private final History history = new History();
        private final List<ClientRecorder> recorders = new ArrayList<>();
        private int asked;
        private long now;

        Asking(Crowd crowd, AtomicObject object, long seed) {
            this.crowd = crowd;
            this.object = object;
            this.random = new RandomStream(seed);
        }

        History history() {
            for (int client = 0; client < crowd.clients(); client++) {
                recorders.add(new ClientRecorder(history, "c" + (client + 1), client, crowd.clients()));
                after(PAUSE, client, new Ask());
            }
            while (steps.next()) {
                now = steps.time();
                ((Step) Objects.requireNonNull(steps.payload())).take(this, (int) steps.head());
            }
            return history;
        }

        private void after(Distribution delay, int client, Step step) {
            steps.schedule(now + delay.sample(random), client, 0, 0, 0, step);
        }

        private sealed interface Step {
            void take(Asking asking, int client);
        }

        private record Ask() implements Step {
            @Override
            public void take(Asking asking, int client) {
                if (asking.asked == asking.crowd.operations()) {
                    return;
                }
                asking.asked++;
                Request request = asking.object.ask(client, asking.random);
                asking.recorders
                        .get(client)
                        .invoke(request.f(), request.key(), request.input(), asking.now, asking.now);
                boolean crashes = asking.random.chance(asking.crowd.crashes());
                if (crashes && !asking.random.chance(EVERY_SECOND)) {
                    asking.after(HALF_WAY, client, new Crash());
                } else {
                    asking.after(HALF_WAY, client, new Serve(request, crashes));
                }
            }
        }

        private record Serve(Request request, boolean crashes) implements Step {
            @Override
            public void take(Asking asking, int client) {
                if (asking.object.serve(request, !crashes) instanceof Reply.Done done) {
                    asking.after(HALF_WAY, client, crashes ? new Crash() : new Learn(done));
                } else if (asking.asked < asking.crowd.operations()) {
                    asking.after(HALF_WAY, client, this);
                }
            }
        }

        private record Learn(Reply.Done done) implements Step {
            @Override
            public void take(Asking asking, int client) {
                asking.recorders.get(client).ok(done.answer(), asking.now);
                asking.after(PAUSE, client, new Ask());
            }
        }

        private record Crash() implements Step {
            @Override
            public void take(Asking asking, int client) {
                asking.recorders.get(client).info("timed out", asking.now);
                asking.after(PAUSE, client, new Ask());
            }
        }
    }
}
