package dev.orrery.algorithms.lock.redlock;

import dev.orrery.algorithms.encoding.ByteReader;
import dev.orrery.algorithms.encoding.ByteWriter;
import dev.orrery.algorithms.lock.LockRules;
import dev.orrery.algorithms.lock.stable.StableNumber;
import dev.orrery.sim.disk.DiskError;
import dev.orrery.sim.disk.Recovery;
import dev.orrery.sim.disk.WriteAheadLog;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.node.Reply;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One independent store with one key. With durable keys it answers when the key is synced ({@code appendfsync always}) and
 * knows it after a crash; without, it has forgotten it, and stays silent until it must have expired.
 */
final class Store implements Process {
    private static final String FILE = "key";
    private static final long RETRY_NANOS = 50_000_000;

    private final Host host;
    private final boolean durable;
    private final long longestTtl;
    private final LockRules rules;
    private @Nullable WriteAheadLog log;
    private boolean serving;
    private String value = "";
    private long expiresAt;

    /**
     * A store.
     *
     * @param longestTtl nanoseconds after which every key has expired
     */
    Store(Host host, boolean durable, long longestTtl, LockRules rules) {
        this.host = host;
        this.durable = durable;
        this.longestTtl = longestTtl;
        this.rules = rules;
    }

    @Override
    public void start() {
        host.role("recovering");
        if (durable) {
            open();
        } else {
            StableNumber.countBoot(host, boot -> {
                long delay = boot == 1 ? 0 : rules.restartDelay(longestTtl);
                host.after("restart-delay", delay, this::serve);
            });
        }
    }

    private void open() {
        WriteAheadLog.open(host.disk(), FILE, this::opened);
    }

    private void opened(@Nullable Recovery recovery, @Nullable DiskError error) {
        if (recovery == null) {
            host.note("disk-failed");
            host.after("open-retry", RETRY_NANOS, this::open);
        } else if (recovery.damage() != null) {
            host.note("log-damaged");
        } else {
            log = recovery.log();
            List<byte[]> records = recovery.records();
            if (!records.isEmpty()) {
                ByteReader last = new ByteReader(records.get(records.size() - 1));
                expiresAt = last.getLong();
                value = last.getString();
            }
            serve();
        }
    }

    private void serve() {
        serving = true;
        host.role("store");
    }

    @Override
    public void receive(NodeId from, Message message) {}

    @Override
    public void receive(NodeId from, Message request, Reply reply) {
        if (!serving) {
            return;
        }
        long now = rules.expiryClock(host.clock());
        if (!value.isEmpty() && now >= expiresAt) {
            value = "";
        }
        if (request instanceof SetIfAbsent set) {
            boolean absent = value.isEmpty();
            if (absent) {
                keep(set.value(), now + set.ttl());
            }
            answer(reply, absent);
        } else if (request instanceof Prolong prolong) {
            boolean own = value.equals(prolong.value());
            if (own) {
                keep(value, now + prolong.ttl());
            }
            answer(reply, own);
        } else if (request instanceof CompareAndDelete delete) {
            boolean deletes = !value.isEmpty() && rules.mayDelete(value, delete.value());
            if (deletes) {
                keep("", 0);
            }
            answer(reply, deletes);
        }
    }

    private void keep(String newValue, long until) {
        value = newValue;
        expiresAt = until;
        WriteAheadLog open = log;
        if (open != null) {
            ByteWriter out = new ByteWriter();
            out.putLong(until);
            out.putString(newValue);
            open.append(out.toByteArray());
        }
    }

    /** Tells it when it is durable, if it has to be; a store whose disk fails does not answer. */
    private void answer(Reply reply, boolean done) {
        WriteAheadLog open = log;
        if (open == null || !done) {
            reply.with(new StoreAnswer(done));
            return;
        }
        open.sync(error -> {
            if (error == null) {
                reply.with(new StoreAnswer(true));
            } else {
                host.note("disk-failed");
            }
        });
    }
}
