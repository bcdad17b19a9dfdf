package dev.orrery.scenarios.cli;

/** How a command ended, as scripts see it. */
final class ExitCode {
    /** All checks passed, or failed as the scenario expects. */
    static final int OK = 0;

    /** A check was violated or a threshold missed, or an expected failure did not show. */
    static final int FAILED = 1;

    /** The command line or the scenario is wrong, or a file cannot be read or written. */
    static final int USAGE = 2;

    /** Nobody knows: nothing to judge, or a check gave up. */
    static final int INCONCLUSIVE = 3;

    /** The same run went another way. */
    static final int NOT_DETERMINISTIC = 4;

    /** The program, or the system under test, is broken. */
    static final int INTERNAL = 70;

    /** Ended from outside, as by Ctrl-C. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
