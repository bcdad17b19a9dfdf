package dev.orrery.scenarios;

/** A property that is judged without being asked for, since it belongs to no system and no workload. */
public enum StandingCheck {
    /** Judged where a scenario heals. */
    AVAILABILITY(
            "availability",
            "After the heal the clients are answered again, within the time that 'heal: converge-within' gives, and go on being"
                    + " answered. Judged in scenarios that heal. A violation names how long the clients waited and, where the"
                    + " system can tell, the reason for the stall: no leader, a request that is still pending, a replica that is"
                    + " behind."),
    /** Judged always, and told only where it fails. */
    NO_EXCEPTION(
            "no-exception",
            "No handler of a node throws, and no node keeps time standing still by an endless chain of events at one instant."
                    + " Judged in every run, and mentioned only where it fails. A violation ends the run and names the node,"
                    + " what it was handling, and what it threw; the trace holds what led to it.");

    private final String text;
    private final String description;

    StandingCheck(String text, String description) {
        this.text = text;
        this.description = description;
    }

    /** The name that scenarios and results use. */
    public String text() {
        return text;
    }

    /** What holds when it holds, and what a violation means. */
    public String description() {
        return description;
    }
}
