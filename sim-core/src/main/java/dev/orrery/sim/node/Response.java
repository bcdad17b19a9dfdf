package dev.orrery.sim.node;

/** How a request ended, seen from the process that asked. Exactly one of the methods is called, once. */
public interface Response {
    /** The answer came in time. */
    void answered(Message answer);

    /**
     * No answer will be taken any more: the time is up, or a link refused the request at once.
     *
     * @param failure which of the two
     */
    void failed(Failure failure);

    /** Why a request has no answer. */
    enum Failure {
        /** Nothing came within the time-out. The request may have been served all the same. */
        TIMED_OUT,
        /** A link refused the request before it left: it was certainly not served. */
        REFUSED
    }
}
