package dev.orrery.scenarios.replay;

import java.nio.file.Path;

/** A file that is no trace, or none that this version can read. The message says in plain words what is wrong with it. */
public final class NoTraceException extends Exception {
    private static final long serialVersionUID = 1;

    NoTraceException(Path file, String why) {
        super(file + " " + why);
    }
}
