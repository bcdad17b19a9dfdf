package dev.orrery.scenarios.run;

/** What somebody else's code threw, in one line. */
final class Thrown {

    private Thrown() {}

    /** What it is, and where it came out of the code that is not the JDK's. */
    static String words(Throwable thrown) {
        for (StackTraceElement place : thrown.getStackTrace()) {
            if (!place.getClassName().startsWith("java.")
                    && !place.getClassName().startsWith("jdk.")) {
                return thrown + ", at " + place;
            }
        }
        return thrown.toString();
    }
}
