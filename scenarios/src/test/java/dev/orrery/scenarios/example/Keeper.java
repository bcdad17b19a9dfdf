package dev.orrery.scenarios.example;

import dev.orrery.sim.disk.Disk;
import dev.orrery.sim.disk.DiskError;
import dev.orrery.sim.disk.Recovery;
import dev.orrery.sim.disk.WriteAheadLog;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.node.Reply;
import java.nio.ByteBuffer;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The server that keeps the notebook: in memory, with every page in a log on its disk. */
final class Keeper implements Process {
    private final Host host;
    private final boolean durable;
    private final TreeMap<Long, Long> pages = new TreeMap<>();
    private @Nullable WriteAheadLog log;

    Keeper(Host host, boolean durable) {
        this.host = host;
        this.durable = durable;
    }

    /** How many pages have something on them. */
    int pages() {
        return pages.size();
    }

    /** Whether it has read its disk. */
    boolean isOpen() {
        return log != null;
    }

    @Override
    public void start() {
        host.role("keeper");
        host.state("opened-at", host.clock().wall());
        WriteAheadLog.open(host.disk(), "notebook", this::opened);
    }

    private void opened(@Nullable Recovery recovery, @Nullable DiskError error) {
        if (recovery == null) {
            host.after("open-again", 1_000_000_000L, this::start);
            return;
        }
        for (byte[] record : recovery.records()) {
            ByteBuffer page = ByteBuffer.wrap(record);
            pages.put(page.getLong(), page.getLong());
        }
        log = recovery.log();
        host.note("opened", "pages", pages.size());
    }

    @Override
    public void receive(NodeId from, Message message) {}

    @Override
    public void receive(NodeId from, Message request, Reply reply) {
        if (log == null || !(request instanceof Ask ask)) {
            return;
        }
        Long content = ask.content();
        if (content == null) {
            reply.with(new Answer(pages.get(ask.page())));
            return;
        }
        log.append(ByteBuffer.allocate(16).putLong(ask.page()).putLong(content).array());
        Disk.Done write = error -> {
            if (error == null) {
                pages.put(ask.page(), content);
                host.state("pages", pages.size());
                reply.with(new Answer(content));
            }
        };
        if (durable) {
            log.sync(write);
        } else {
            write.done(null);
        }
    }
}
