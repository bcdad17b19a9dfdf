package dev.orrery.sim;

import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.Response;

/** A request that waits for its answer, and the action of its own time-out. */
final class Request implements Runnable {
    final int ticket;
    private final Requests waiting;
    private final Response response;
    private final HostTimer timeout;

    Request(int ticket, Requests waiting, Incarnation asking, Response response) {
        this.ticket = ticket;
        this.waiting = waiting;
        this.response = response;
        this.timeout = new HostTimer(asking, "request", this);
    }

    /** The time-out begins. */
    void begin(long timeoutNanos) {
        timeout.set(timeoutNanos);
    }

    /** The time is up; the time-out is cancelled when the request ends otherwise. */
    @Override
    public void run() {
        waiting.take(ticket);
        response.failed(Response.Failure.TIMED_OUT);
    }

    void answered(Message answer) {
        timeout.cancel();
        response.answered(answer);
    }

    void refused() {
        timeout.cancel();
        response.failed(Response.Failure.REFUSED);
    }
}
