package dev.orrery.sim.trace;

import dev.orrery.sim.node.NodeId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes a trace as text, and hashes its bytes as they go by (FNV-1a, 64 bits). */
final class TraceWriter implements TraceLog.Leaving {
    private static final int BUFFER = 1 << 16;

    private final TraceLog log;
    private final TraceLine line;
    private final OutputStream stream;
    private final JsonText out = new JsonText();
    private long hash = Fnv.BEGIN;
    private long written;

    /** Begins a trace with its header. */
    TraceWriter(TraceLog log, List<NodeId> nodes, TraceHeader header, OutputStream stream) {
        this.log = log;
        this.line = new TraceLine(log, nodes);
        this.stream = stream;
        this.written = log.first();
        header.write(out);
        if (written > 1) {
            writeNotice();
        }
    }

    /** Takes the place of the last event that is gone, so that ids stay dense. */
    private void writeNotice() {
        long gone = written - 1;
        long time = log.has(written) ? log.time(written) : 0;
        out.raw("{\"i\":").number(gone).raw(",\"t\":").number(time);
        out.raw(",\"k\":\"note\",\"event\":\"trace-cut\",\"msg\":");
        out.string("the oldest " + gone + " events were not kept in memory").raw(",\"cause\":0}\n");
    }

    @Override
    public void leave(long from, long to) {
        writeBefore(to);
    }

    /** Writes what has happened and is not written yet. */
    void writeAll() {
        writeBefore(log.next());
    }

    private void writeBefore(long to) {
        for (; written < to; written++) {
            line.write(written, out);
            if (out.length() >= BUFFER) {
                flush();
            }
        }
    }

    /** Ends the trace with the run's figures; returns the hash of all bytes before this last line. */
    long end(long at, long events, long digest) {
        writeAll();
        flush();
        long hashed = hash;
        out.raw("{\"i\":").number(log.next()).raw(",\"t\":").number(at);
        out.raw(",\"k\":\"end\",\"events\":").number(events);
        out.raw(",\"digest\":\"0x").hex(digest, 16);
        out.raw("\",\"hash\":\"0x").hex(hashed, 16).raw("\"}\n");
        flush();
        try {
            stream.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException("the trace could not be written", failed);
        }
        return hashed;
    }

    private void flush() {
        hash = Fnv.hash(hash, out.bytes(), out.length());
        try {
            stream.write(out.bytes(), 0, out.length());
        } catch (IOException failed) {
            throw new UncheckedIOException("the trace could not be written", failed);
        }
        out.clear();
    }
}
