package dev.orrery.sim.network;

import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A network without a simulation: a clock that the test moves, and a log of what became of each message. */
final class LoneNetwork implements Carrier {
    static final NodeId N1 = new NodeId(0, "n1");
    static final NodeId N2 = new NodeId(1, "n2");
    static final NodeId N3 = new NodeId(2, "n3");
    static final LinkSet N1_TO_N2 = (from, to) -> from.equals(N1) && to.equals(N2);

    /** A message that can be told from others. */
    record Ping(int number) implements Message {}

    /** What became of each message, as {@code 3 arrives at 1000}, in the order of its becoming known. */
    final List<String> log = new ArrayList<>();

    final Network network;
    private final TreeMap<Long, List<Runnable>> due = new TreeMap<>();
    private long now;

    LoneNetwork(NetworkConfig config) {
        network = new Network(config, 99, this);
    }

    /** Reliable, with this latency. */
    static LoneNetwork of(Distribution latency) {
        return new LoneNetwork(new NetworkConfig(latency, Probability.NEVER, Probability.NEVER));
    }

    LoneNetwork send(NodeId from, NodeId to, int number) {
        network.send(from, to, new Ping(number), false, 0, number);
        return this;
    }

    /** 1,000 messages from n1 to n2, numbered from 0. */
    LoneNetwork sendMany() {
        return sendMany(N1, N2);
    }

    /** 1,000 messages, numbered from 0. */
    LoneNetwork sendMany(NodeId from, NodeId to) {
        for (int i = 0; i < 1_000; i++) {
            send(from, to, i);
        }
        return this;
    }

    /** Everything that happens until a time. */
    LoneNetwork until(long time) {
        while (!due.isEmpty() && due.firstKey() <= time) {
            Map.Entry<Long, List<Runnable>> first = due.pollFirstEntry();
            now = first.getKey();
            first.getValue().forEach(Runnable::run);
        }
        now = time;
        return this;
    }

    int count(String part) {
        return (int) log.stream().filter(line -> line.contains(part)).count();
    }

    @Override
    public void arrive(NodeId to, Message message, long tag, long number, long identity, long delay) {
        String content = message.equals(new Ping((int) number)) ? "" : " as " + message;
        log.add(number + " arrives at " + (now + delay) + content);
    }

    @Override
    public void duplicate(NodeId to, Message message, long tag, long number, long identity, long delay) {
        log.add(number + " arrives again at " + (now + delay));
    }

    @Override
    public void arriveDamaged(
            NodeId to, Message message, long tag, long number, long identity, long delay, String why) {
        log.add(number + " is thrown away at " + (now + delay) + ": " + why);
    }

    @Override
    public void lost(Message message, long number, long identity, String why) {
        log.add(number + " is lost: " + why);
    }

    @Override
    public void refuse(NodeId from, NodeId to, Message message, long tag, long number, long identity, String why) {
        log.add(number + " is refused: " + why);
    }

    @Override
    public void later(long delay, Runnable action) {
        due.computeIfAbsent(now + delay, time -> new ArrayList<>()).add(action);
    }
}
