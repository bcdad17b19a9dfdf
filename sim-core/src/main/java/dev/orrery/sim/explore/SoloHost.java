package dev.orrery.sim.explore;

import dev.orrery.sim.disk.Disk;
import dev.orrery.sim.metrics.Metrics;
import dev.orrery.sim.node.Clock;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Response;
import dev.orrery.sim.node.Timer;
import dev.orrery.sim.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a process sees of a world without time: one incarnation of a node that runs alone. */
final class SoloHost implements Host {
    private static final Clock STANDING = new Clock() {
        @Override
        public long monotonic() {
            return 0;
        }

        @Override
        public long wall() {
            return 0;
        }
    };

    private final SoloNode node;
    private final Disk disk;
    private final RandomStream random;

    /** Those that are set, in the order in which they were. */
    private final List<SoloTimer> timers = new ArrayList<>();

    /** What waits for an answer, by ticket. */
    private final Map<Integer, Response> requests = new TreeMap<>();

    private final Map<Integer, SoloTimer> timeouts = new TreeMap<>();
    private int tickets;
    private boolean over;

    SoloHost(SoloNode node, Disk disk, RandomStream random) {
        this.node = node;
        this.disk = disk;
        this.random = random;
    }

    void end() {
        over = true;
    }

    @Override
    public NodeId self() {
        return node.id();
    }

    @Override
    public void send(NodeId to, Message message) {
        post(to, message, 0);
    }

    private void post(NodeId to, Message message, int ticket) {
        if (!over) {
            node.effects().sent(new Envelope(self(), to, message, ticket));
        }
    }

    @Override
    public void request(NodeId to, Message request, long timeoutNanos, Response response) {
        int ticket = ++tickets;
        SoloTimer timeout = new SoloTimer(this, "request", () -> {
            requests.remove(ticket);
            timeouts.remove(ticket);
            response.failed(Response.Failure.TIMED_OUT);
        });
        requests.put(ticket, response);
        timeouts.put(ticket, timeout);
        timeout.set(timeoutNanos);
        post(to, request, ticket);
    }

    /** A message has come: a plain one, a request, or the answer to one. */
    void receive(Envelope envelope) {
        int ticket = envelope.ticket();
        if (ticket == 0) {
            node.process().receive(envelope.from(), envelope.message());
        } else if (ticket > 0) {
            node.process()
                    .receive(envelope.from(), envelope.message(), answer -> post(envelope.from(), answer, -ticket));
        } else {
            answered(-ticket, envelope.message());
        }
    }

    private void answered(int ticket, Message answer) {
        Response response = requests.remove(ticket);
        SoloTimer timeout = timeouts.remove(ticket);
        if (response != null && timeout != null) {
            timeout.cancel();
            response.answered(answer);
        }
    }

    @Override
    public Timer timer(String name, Runnable action) {
        return new SoloTimer(this, name, action);
    }

    void set(SoloTimer timer) {
        if (!over) {
            if (!timers.contains(timer)) {
                timers.add(timer);
            }
        }
    }

    void cancel(SoloTimer timer) {
        timers.remove(timer);
    }

    boolean isSet(SoloTimer timer) {
        return timers.contains(timer);
    }

    /** Those that are set, in the order in which they were. */
    List<Alarm> alarms() {
        List<Alarm> alarms = new ArrayList<>();
        for (SoloTimer timer : timers) {
            int ordinal = 0;
            while (alarms.contains(new Alarm(timer.name, ordinal))) {
                ordinal++;
            }
            alarms.add(new Alarm(timer.name, ordinal));
        }
        return alarms;
    }

    /** The timer that is meant; an {@link IllegalArgumentException} if it is not set. */
    SoloTimer timer(Alarm alarm) {
        int place = alarms().indexOf(alarm);
        if (place < 0) {
            throw new IllegalArgumentException(self() + " has set no timer " + alarm.name());
        }
        return timers.get(place);
    }

    /** The host's own part of a node's state. */
    void fingerprint(Fingerprint into) {
        into.unordered(timers, (one, timer) -> one.value(timer.name));
        into.number(tickets);
        requests.keySet().forEach(into::number);
    }

    @Override
    public Clock clock() {
        return STANDING;
    }

    @Override
    public Disk disk() {
        return disk;
    }

    @Override
    public RandomStream random() {
        return random;
    }

    @Override
    public Metrics metrics() {
        return node.metrics();
    }

    @Override
    public void role(String role) {
        if (!over) {
            node.effects().role(self(), role);
        }
    }

    @Override
    public void state(String name, long value) {
        if (!over) {
            node.effects().state(self(), name, value);
        }
    }

    @Override
    public void note(String event) {
        note(event, "", 0);
    }

    @Override
    public void note(String event, String field, long value) {
        if (!over) {
            node.effects().note(self(), event, field, value);
        }
    }
}
