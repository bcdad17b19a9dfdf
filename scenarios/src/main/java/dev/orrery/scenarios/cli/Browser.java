package dev.orrery.scenarios.cli;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The desktop's way to show a page. */
final class Browser {
    private Browser() {}

    /** Shows a page; false if this machine has no way to. */
    static boolean open(Path page) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        List<String> command = new ArrayList<>();
        if (system.startsWith("windows")) {
            command.addAll(List.of("cmd", "/c", "start", ""));
        } else if (isOnPath(system.startsWith("mac") ? "open" : "xdg-open")) {
            command.add(system.startsWith("mac") ? "open" : "xdg-open");
        } else {
            return false;
        }
        command.add(page.toAbsolutePath().toString());
        try {
            new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException unable) {
            return false;
        }
    }

    private static boolean isOnPath(String program) {
        String path = System.getenv("PATH");
        if (path == null) {
            return false;
        }
        for (String folder : path.split(File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
