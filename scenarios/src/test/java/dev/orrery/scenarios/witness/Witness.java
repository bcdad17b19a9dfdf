package dev.orrery.scenarios.witness;

import dev.orrery.sim.disk.DiskError;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.random.Mix;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Looks at its clock and its disk again and again, and lets what it sees decide when it looks next. So whatever a clock or a
 * disk does otherwise makes another run, which a run's digest shows.
 */
final class Witness implements Process {
    private static final String FILE = "log";
    private static final long SHORTEST = 10_000_000;
    private static final int VARIETY = 5_000_000;
    private static final int MOST = 1 << 20;

    private final Host host;
    private long seen;

    Witness(Host host) {
        this.host = host;
    }

    /** A command that was given. */
    private record Told(String command) implements Message {}

    @Override
    public void start() {
        host.role(host.self().index() == 0 ? "leader" : "follower");
        look();
    }

    private void look() {
        byte[] record = ByteBuffer.allocate(Long.BYTES).putLong(seen).array();
        host.disk().append(FILE, record, this::failed);
        host.disk().sync(FILE, this::failed);
        host.disk().read(FILE, 0, MOST, (bytes, error) -> {
            failed(error);
            for (byte one : bytes) {
                seen = Mix.combine(seen, one);
            }
            seen = Mix.combine(seen, host.clock().wall());
            host.after("look", SHORTEST + Math.floorMod(seen, VARIETY), this::look);
        });
    }

    private void failed(@Nullable DiskError error) {
        seen = Mix.combine(seen, error == null ? 0 : 1 + Mix.hash(error.name()));
    }

    @Override
    public void receive(NodeId from, Message message) {
        host.note("told");
    }

    @Override
    public boolean operate(String command, NodeId subject) {
        host.send(subject, new Told(command));
        return true;
    }
}
