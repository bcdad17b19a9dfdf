package dev.orrery.scenarios.run;

import java.io.OutputStream;

/** What is kept of a run's events, apart from the digest. It changes nothing that happens. */
public sealed interface Recording {

    /** Nothing, which is the fastest. */
    record Off() implements Recording {}

    /**
     * The last events, in memory; {@link FinishedRun#writeTrace} writes them.
     *
     * @param events how many, at least 1
     */
    record Last(int events) implements Recording {}

    /**
     * All events, written as they come.
     *
     * @param out takes the whole trace; closed by whoever opened it
     */
    record Stream(OutputStream out) implements Recording {
        /** How many events wait in memory to be written. */
        static final int IN_MEMORY = 1 << 14;
    }
}
