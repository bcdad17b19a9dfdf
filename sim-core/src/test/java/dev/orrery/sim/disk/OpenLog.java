package dev.orrery.sim.disk;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.List;

/** Opens logs for tests. */
final class OpenLog {
    private OpenLog() {}

    /** Opens a log and runs until it is open. */
    static Recovery on(LoneDisk lone, String file) {
        List<Recovery> opened = new ArrayList<>();
        WriteAheadLog.open(lone.open(), file, (recovery, error) -> {
            LoneDisk.requireNone(error);
            assertNotNull(recovery);
            opened.add(recovery);
        });
        while (opened.isEmpty() && lone.step()) {}
        return opened.get(0);
    }

    /** Opens a log that holds these bytes. */
    static Recovery holding(byte[] bytes) {
        LoneDisk lone = new LoneDisk(1);
        lone.put("log", bytes);
        return on(lone, "log");
    }
}
