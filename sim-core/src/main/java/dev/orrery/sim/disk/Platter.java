package dev.orrery.sim.disk;

import dev.orrery.sim.disk.DiskDraws.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where changes become durable: in their place, or, when the disk fails, in another; and where bits rot. */
final class Platter {
    private final Directory directory;
    private final DiskDraws draws;
    private final DiskPort port;
    private long rots;

    Platter(Directory directory, DiskDraws draws, DiskPort port) {
        this.directory = directory;
        this.draws = draws;
        this.port = port;
    }

    /** Makes a change durable, a write's first {@code count} bytes of it. */
    void land(String name, StoredFile file, Unsynced change, int count) {
        if (change.bytes == null) {
            file.cut(change.offset);
        } else if (change.forsaken) {
            file.extend(change.offset + count);
        } else if (change.misdirected) {
            file.extend(change.offset + count);
            misdirect(name, file, change, change.bytes, count);
        } else {
            file.put(change.offset, change.bytes, count);
        }
    }

    private void misdirect(String name, StoredFile meant, Unsynced change, byte[] bytes, int count) {
        List<Map.Entry<String, StoredFile>> targets = new ArrayList<>();
        for (Map.Entry<String, StoredFile> each : directory.durable().entrySet()) {
            if (each.getValue().durableLength() > (each.getValue() == meant ? 1 : 0)) {
                targets.add(each);
            }
        }
        if (targets.isEmpty()) {
            port.happened("misdirected", name, change.offset, 0);
            return;
        }
        var target = targets.get(draws.below(targets.size(), Choice.MISDIRECTED_FILE, change.ordinal));
        StoredFile hit = target.getValue();
        int offset = draws.below(hit.durableLength(), Choice.MISDIRECTED_OFFSET, change.ordinal);
        if (hit == meant && offset == change.offset) {
            offset = (offset + 1) % hit.durableLength();
        }
        port.happened("misdirected", target.getKey(), offset, hit.overwrite(offset, bytes, count));
    }

    /**
     * Flips drawn bits of what is durable.
     *
     * @param bits how many
     * @param only the one file to hit, or null for any
     * @return what was done, in words
     */
    String rot(int bits, @Nullable String only) {
        long total = 0;
        for (var each : directory.durable().entrySet()) {
            total += only == null || only.equals(each.getKey())
                    ? 8L * each.getValue().durableLength()
                    : 0;
        }
        if (total == 0) {
            return "no synced byte to rot" + (only == null ? "" : " in " + only);
        }
        TreeSet<Long> positions = new TreeSet<>();
        while (positions.size() < Math.min(bits, total)) {
            long position = Long.remainderUnsigned(draws.draw(Choice.ROT, rots++), total);
            while (!positions.add(position)) {
                position = (position + 1) % total;
            }
        }
        StringBuilder done = new StringBuilder("flipped");
        for (long position : positions) {
            done.append(done.length() == 7 ? " " : ", ").append(flip(position, only));
        }
        return done.toString();
    }

    private String flip(long position, @Nullable String only) {
        for (var each : directory.durable().entrySet()) {
            long size = 8L * each.getValue().durableLength();
            if (only != null && !only.equals(each.getKey())) {
                continue;
            }
            if (position < size) {
                int offset = (int) (position / 8);
                int bit = (int) (position % 8);
                each.getValue().flip(offset, bit);
                port.happened("rot", each.getKey(), offset, 1);
                return "bit " + bit + " of byte " + offset + " of " + each.getKey();
            }
            position -= size;
        }
        throw new IllegalStateException("a drawn bit lies beyond the synced bytes");
    }
}
