package dev.orrery.sim.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The disk against a model that remembers every change ever made and replays them all to say what a file holds. The model
 * does not draw what a kill takes: it follows what the disk reports, change by change, and insists that only unsynced
 * changes are named, all of them, and once.
 */
class DiskModelTest {
    private static final int SEEDS = 1_500;
    private static final List<String> NAMES = List.of("a", "b", "c", "d");

    @Test
    void theDiskDoesWhatTheModelSays() {
        int taken = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            taken += new Trial(seed).run();
        }
        assertTrue(taken > SEEDS, "changes lost or torn: " + taken);
    }

    private enum State {
        UNSYNCED,
        DURABLE,
        LOST
    }

    /** A write ({@code bytes}) or a truncation of one file. */
    private static final class Change {
        final int offset;
        byte @Nullable [] bytes;
        State state = State.UNSYNCED;

        Change(int offset, byte @Nullable [] bytes) {
            this.offset = offset;
            this.bytes = bytes;
        }

        void sync() {
            state = state == State.UNSYNCED ? State.DURABLE : state;
        }

        int length() {
            return bytes == null ? 0 : bytes.length;
        }
    }

    /** A name bound to a file, or to none; a renaming also unbinds another name. */
    private static final class Naming {
        final String name;
        final @Nullable List<Change> file;
        final @Nullable String unbound;
        State state = State.UNSYNCED;

        Naming(String name, @Nullable List<Change> file, @Nullable String unbound) {
            this.name = name;
            this.file = file;
            this.unbound = unbound;
        }
    }

    private static final class Trial {
        private final String seed;
        private final Dice dice;
        private final LoneDisk lone;
        private final List<Naming> namings = new ArrayList<>();

        Trial(int seed) {
            this.seed = "seed " + seed;
            this.dice = new Dice(seed);
            this.lone = new LoneDisk(seed);
        }

        /** How many changes kills have taken. */
        int run() {
            int taken = 0;
            for (int life = 0; life < 4; life++) {
                for (int step = dice.below(30); step > 0; step--) {
                    act(NAMES.get(dice.below(NAMES.size())));
                    compare(false);
                    for (int events = dice.below(3); events > 0; events--) {
                        lone.step();
                    }
                }
                taken += end();
                compare(false);
            }
            lone.run();
            compare(true);
            return taken;
        }

        private void act(String name) {
            Disk disk = lone.open();
            List<Change> file = names(State.UNSYNCED).get(name);
            switch (dice.below(10)) {
                case 0, 1, 2 -> {
                    byte[] bytes = dice.bytes(dice.below(20));
                    model(name, file, file == null ? 0 : content(file, State.UNSYNCED).length, bytes);
                    disk.append(name, bytes, LoneDisk::requireNone);
                }
                case 3, 4 -> {
                    byte[] bytes = dice.bytes(dice.below(20));
                    int offset = dice.below(50);
                    model(name, file, offset, bytes);
                    disk.write(name, offset, bytes, LoneDisk::requireNone);
                }
                case 5 -> {
                    int length = dice.below(50);
                    if (file != null && length < content(file, State.UNSYNCED).length) {
                        file.add(new Change(length, null));
                    }
                    disk.truncate(name, length, error -> expectFile(file, error));
                }
                case 6 -> {
                    String to = NAMES.get(dice.below(NAMES.size()));
                    if (file != null && !to.equals(name)) {
                        namings.add(new Naming(to, file, name));
                    }
                    disk.rename(name, to, error -> expectFile(file, error));
                }
                case 7 -> {
                    if (file != null) {
                        namings.add(new Naming(name, null, null));
                    }
                    disk.delete(name, LoneDisk::requireNone);
                }
                default -> sync(name, file);
            }
        }

        private void model(String name, @Nullable List<Change> file, int offset, byte[] bytes) {
            List<Change> target = file;
            if (target == null) {
                target = new ArrayList<>();
                namings.add(new Naming(name, target, null));
            }
            if (bytes.length > 0) {
                target.add(new Change(offset, bytes.clone()));
            }
        }

        private void sync(String name, @Nullable List<Change> file) {
            List<Change> covered = file == null ? List.of() : List.copyOf(file);
            int last = -1;
            for (int i = 0; i < namings.size(); i++) {
                last = namings.get(i).file == null || namings.get(i).file == file ? i : last;
            }
            List<Naming> coveredNamings = file == null ? List.of() : List.copyOf(namings.subList(0, last + 1));
            lone.open().sync(name, error -> {
                expectFile(file, error);
                covered.forEach(Change::sync);
                coveredNamings.forEach(naming -> naming.state = State.DURABLE);
            });
        }

        private void expectFile(@Nullable List<Change> file, @Nullable DiskError error) {
            assertEquals(file == null ? DiskError.NO_SUCH_FILE : null, error, seed);
        }

        /** Ends the incarnation in one way or another; how many changes were taken. */
        private int end() {
            switch (dice.below(5)) {
                case 0 -> lone.kill(CrashPolicy.KEEP);
                case 1 -> {
                    lone.stopAndStart();
                    namings.forEach(naming -> {
                        naming.state = State.DURABLE;
                        if (naming.file != null) {
                            naming.file.forEach(Change::sync);
                        }
                    });
                }
                case 2 -> {
                    lone.kill(CrashPolicy.WIPE);
                    namings.clear();
                }
                default -> {
                    return losePower();
                }
            }
            return 0;
        }

        private int losePower() {
            int reportedBefore = lone.happenings().size();
            CrashReport report = lone.kill(CrashPolicy.LOSE_UNSYNCED);
            List<LoneDisk.Happening> fates =
                    lone.happenings().subList(reportedBefore, lone.happenings().size());
            Iterator<LoneDisk.Happening> next = fates.iterator();
            boolean lost = false;
            for (Naming naming : namings) {
                if (naming.state == State.UNSYNCED) {
                    LoneDisk.Happening fate = next.next();
                    assertEquals(naming.name, fate.file(), seed);
                    naming.state = fate.what().equals("name-kept") ? State.DURABLE : State.LOST;
                    assertFalse(lost && naming.state == State.DURABLE, seed + ": a name kept after a lost one");
                    lost |= naming.state == State.LOST;
                }
            }
            namings.removeIf(naming -> naming.state == State.LOST);
            for (Map.Entry<String, List<Change>> file : names(State.DURABLE).entrySet()) {
                for (Change change : file.getValue()) {
                    if (change.state == State.UNSYNCED) {
                        settle(file.getKey(), change, next.next());
                    }
                }
            }
            assertFalse(next.hasNext(), seed + ": a fate of what was not unsynced");
            assertEquals(
                    fates.stream().filter(fate -> fate.what().endsWith("kept")).count(), report.kept(), seed);
            assertEquals(
                    fates.stream().filter(fate -> fate.what().equals("torn")).count(), report.torn(), seed);
            return report.lost() + report.torn();
        }

        private void settle(String file, Change change, LoneDisk.Happening fate) {
            assertEquals(file, fate.file(), seed);
            assertEquals(change.offset, fate.offset(), seed);
            switch (fate.what()) {
                case "kept" -> assertEquals(change.length(), fate.length(), seed);
                case "lost" -> {
                    change.state = State.LOST;
                    return;
                }
                case "torn" -> {
                    assertTrue(fate.length() > 0 && fate.length() < change.length(), seed);
                    change.bytes = Arrays.copyOf(Objects.requireNonNull(change.bytes), (int) fate.length());
                }
                default -> throw new AssertionError(seed + ": " + fate);
            }
            change.state = State.DURABLE;
        }

        /** The names as reads see them, or, for {@link State#DURABLE}, as they lie on the platter. */
        private Map<String, List<Change>> names(State least) {
            Map<String, List<Change>> names = new TreeMap<>();
            for (Naming naming : namings) {
                if (naming.state == State.DURABLE || naming.state == least) {
                    if (naming.unbound != null) {
                        names.remove(naming.unbound);
                    }
                    if (naming.file == null) {
                        names.remove(naming.name);
                    } else {
                        names.put(naming.name, naming.file);
                    }
                }
            }
            return names;
        }

        /** How many changes a kill could take: of names, and of the bytes of every file that could be there after it. */
        private int unsynced() {
            int count = 0;
            List<List<Change>> files = new ArrayList<>(names(State.DURABLE).values());
            for (Naming naming : namings) {
                count += naming.state == State.UNSYNCED ? 1 : 0;
                if (naming.state == State.UNSYNCED
                        && naming.file != null
                        && files.stream().noneMatch(file -> file == naming.file)) {
                    files.add(naming.file);
                }
            }
            for (List<Change> file : files) {
                count += (int) file.stream()
                        .filter(change -> change.state == State.UNSYNCED)
                        .count();
            }
            return count;
        }

        private static byte[] content(List<Change> file, State least) {
            byte[] content = {};
            for (Change change : file) {
                if (change.state == State.DURABLE || change.state == least) {
                    byte[] bytes = change.bytes;
                    if (bytes == null) {
                        content = Arrays.copyOf(content, Math.min(content.length, change.offset));
                    } else {
                        content = Arrays.copyOf(content, Math.max(content.length, change.offset + bytes.length));
                        System.arraycopy(bytes, 0, content, change.offset, bytes.length);
                    }
                }
            }
            return content;
        }

        /** Every file has the length that the model says, and if it may be waited for, the content. */
        private void compare(boolean wait) {
            assertEquals(unsynced(), lone.unsynced(), seed);
            Map<String, List<Change>> names = names(State.UNSYNCED);
            for (String name : NAMES) {
                List<Change> file = names.get(name);
                byte[] content = file == null ? null : content(file, State.UNSYNCED);
                assertEquals(content == null ? -1 : content.length, lone.open().length(name), seed);
                int from = content == null || content.length == 0 ? 0 : dice.below(content.length);
                if (content != null) {
                    byte[] expected = Arrays.copyOfRange(content, from, Math.min(content.length, from + 16));
                    lone.open().read(name, from, 16, (bytes, error) -> assertArrayEquals(expected, bytes, seed));
                }
                if (wait) {
                    assertArrayEquals(content, lone.get(name), seed);
                }
            }
        }
    }
}
