package dev.orrery.sim.disk;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens logs for tests. */
final class OpenLog {
    private OpenLog() {}

    /** Opens a log and runs until it is open. */
    static Recovery on(LoneDisk lone, String file) {
        Recovery recovery = tryOn(lone, file);
        assertNotNull(recovery, "the log could not be opened");
        return recovery;
    }

    /** Tries to open a log and runs until it is open, or has failed to: then null. */
    static @Nullable Recovery tryOn(LoneDisk lone, String file) {
        List<Optional<Recovery>> opened = new ArrayList<>();
        WriteAheadLog.open(lone.open(), file, (recovery, error) -> opened.add(Optional.ofNullable(recovery)));
        while (opened.isEmpty() && lone.step()) {}
        return opened.get(0).orElse(null);
    }

    /** Opens a log that holds these bytes. */
    static Recovery holding(byte[] bytes) {
        LoneDisk lone = new LoneDisk(1);
        lone.put("log", bytes);
        return on(lone, "log");
    }
}
