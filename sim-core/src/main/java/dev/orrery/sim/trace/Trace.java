package dev.orrery.sim.trace;

import dev.orrery.sim.history.Operation;
import dev.orrery.sim.node.NodeId;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run left: its last events, each of which can be had as a line of the file or in words. */
public final class Trace {
    private final TraceLog log;
    private final List<NodeId> nodes = new ArrayList<>();
    private final TraceLine lines;
    private final TraceWords words;
    private @Nullable TraceWriter stream;

    Trace(TraceLog log) {
        this.log = log;
        lines = new TraceLine(log, nodes);
        words = new TraceWords(log, nodes);
    }

    void joined(NodeId node) {
        nodes.add(node);
    }

    /**
     * Writes the whole trace as it comes, from the header on; {@link #write} then ends it. Memory holds no more than it
     * would without.
     *
     * @throws IllegalStateException if something has left memory already
     */
    public void streamTo(TraceHeader header, OutputStream out) {
        if (log.first() > 1) {
            throw new IllegalStateException("the first " + leftOut() + " events of the trace are gone");
        }
        TraceWriter writer = new TraceWriter(log, nodes, header, out);
        log.whenLeaving(writer);
        stream = writer;
    }

    /**
     * Ends the trace that is streamed.
     *
     * @param at virtual nanoseconds
     * @param events how many events the digest counts
     * @param digest of the run
     * @return the hash of all bytes before the last line
     * @throws IllegalStateException if none is streamed
     */
    public long endStream(long at, long events, long digest) {
        if (stream == null) {
            throw new IllegalStateException("no trace is streamed");
        }
        return stream.end(at, events, digest);
    }

    /**
     * Writes what is in memory: the whole trace, or its last events and, in place of the older ones, a notice.
     *
     * @param at virtual nanoseconds
     * @param events how many events the digest counts
     * @param digest of the run
     * @return the hash of all bytes before the last line
     */
    public long write(TraceHeader header, OutputStream out, long at, long events, long digest) {
        return new TraceWriter(log, nodes, header, out).end(at, events, digest);
    }

    /** The id of the oldest event in memory; more than {@link #last} if there is none. */
    public long first() {
        return log.first();
    }

    /** The id of the latest event; 0 if there is none. */
    public long last() {
        return log.next() - 1;
    }

    /** How many of the oldest events have left memory. */
    public long leftOut() {
        return log.first() - 1;
    }

    /** What an event in memory is. */
    public TraceKind kind(long id) {
        return log.kind(requireHeld(id));
    }

    /** When an event in memory happened, in virtual nanoseconds. */
    public long time(long id) {
        return log.time(requireHeld(id));
    }

    /** The event during which one in memory happened, by its id; 0 if it was on nobody's account. */
    public long cause(long id) {
        return log.cause(requireHeld(id));
    }

    /** The node at which an event in memory happened, or whose message, role or operation it is; empty if it is nobody's. */
    public String node(long id) {
        Object object = log.object(requireHeld(id));
        if (object instanceof Operation operation) {
            return operation.client();
        }
        return log.node(id) == TraceLog.NOBODY ? "" : nodes.get(log.node(id)).name();
    }

    /** For the kinds about a message, the id of its sending; else 0. */
    public long message(long id) {
        return switch (log.kind(requireHeld(id))) {
            case SEND -> id;
            case RECV, DROP, DUP -> log.number(id);
            default -> 0;
        };
    }

    /** The kind of the message that an event in memory sends, by its class's simple name; empty if it sends none. */
    public String sends(long id) {
        Object object = log.object(requireHeld(id));
        return log.kind(id) == TraceKind.SEND && object != null
                ? object.getClass().getSimpleName()
                : "";
    }

    /** Whether an event in memory says that a node plays another part. */
    public boolean isRole(long id) {
        return log.object(requireHeld(id)) instanceof TraceRecorder.Role;
    }

    /** An event in memory as a line of the file, without the line's end. */
    public String line(long id) {
        JsonText text = new JsonText();
        lines.write(requireHeld(id), text);
        return text.toString().stripTrailing();
    }

    /** An event in memory in words, such as {@code 12.25ms n1 sends AppendEntries {"term":3} to n2}. */
    public String words(long id) {
        return words.of(requireHeld(id));
    }

    /** The latest events in words, at most so many, the latest last. */
    public List<String> lastWords(int count) {
        List<String> last = new ArrayList<>();
        for (long id = Math.max(log.first(), log.next() - count); id < log.next(); id++) {
            last.add(words.of(id));
        }
        return last;
    }

    private long requireHeld(long id) {
        if (!log.has(id)) {
            throw new IllegalArgumentException(
                    "event " + id + " is not in memory: " + first() + " to " + last() + " are");
        }
        return id;
    }
}
