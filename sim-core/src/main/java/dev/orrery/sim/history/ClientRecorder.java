package dev.orrery.sim.history;

import org.jspecify.annotations.Nullable;

/**
 * Records the operations of one client, one at a time, and retires its process number after each unknown outcome.
 *
 * <p>The client's first process has the client's own number, and each later one the number before plus the number of
 * clients, as Jepsen has it: of 8 clients, client 3 is process 3, then 11, then 19. So no two clients ever share one.
 */
public final class ClientRecorder {
    private static final int NONE = -1;

    private final History history;
    private final String client;
    private final int clients;
    private int process;
    private int open = NONE;

    /**
     * Records one client.
     *
     * @param client the client's name, such as {@code c3}
     * @param number the client's number, from 0 to {@code clients} - 1, or an {@link IllegalArgumentException}
     * @param clients how many clients the run has in all
     */
    public ClientRecorder(History history, String client, int number, int clients) {
        if (number < 0 || number >= clients) {
            throw new IllegalArgumentException("client " + number + " is not one of " + clients);
        }
        this.history = history;
        this.client = client;
        this.clients = clients;
        this.process = number;
    }

    /** Whether an operation has been invoked that has not completed. */
    public boolean isOpen() {
        return open != NONE;
    }

    /**
     * Appends an invocation; an {@link IllegalStateException} while another operation is open.
     *
     * @param intendedAt virtual nanoseconds at which the client meant to ask, at most {@code at}
     * @param at virtual nanoseconds
     * @return the operation's index in the history
     */
    public int invoke(String f, @Nullable Object key, @Nullable Object value, long intendedAt, long at) {
        if (isOpen()) {
            throw new IllegalStateException(client + " still has operation " + open + " open");
        }
        open = history.invoke(process, client, f, key, value, intendedAt, at);
        return open;
    }

    /** The open operation took effect and was answered with this; an {@link IllegalStateException} if none is open. */
    public void ok(@Nullable Object answer, long at) {
        history.ok(requireOpen(), answer, at);
        open = NONE;
    }

    /** The open operation certainly took no effect and never will; an {@link IllegalStateException} if none is open. */
    public void fail(String why, long at) {
        history.fail(requireOpen(), why, at);
        open = NONE;
    }

    /** Nobody knows whether the open operation takes effect; an {@link IllegalStateException} if none is open. */
    public void info(String why, long at) {
        history.info(requireOpen(), why, at);
        open = NONE;
        process += clients;
    }

    private int requireOpen() {
        if (!isOpen()) {
            throw new IllegalStateException(client + " has no operation open");
        }
        return open;
    }
}
