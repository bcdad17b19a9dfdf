package dev.orrery.sim.workload;

/**
 * One operation by name: the how-manieth of its client it is. What a client asks for at its turn, and in an open loop also
 * when, is the same whoever else asks.
 *
 * @param client the client's name, such as {@code c1}
 * @param number from 1
 */
public record Turn(String client, long number) {

    /** Checks the number. */
    public Turn {
        if (number < 1) {
            throw new IllegalArgumentException("turns are counted from 1, not from " + number);
        }
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException if the text is no turn
     */
    public static Turn parse(String text) {
        if (!text.matches("c[1-9][0-9]{0,5}/[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException(
                    "'" + text + "' names no operation: write a client and a number, as c1/3 for its third");
        }
        int slash = text.indexOf('/');
        return new Turn(text.substring(0, slash), Long.parseLong(text.substring(slash + 1)));
    }

    /** As {@code c1/3}. */
    @Override
    public String toString() {
        return client + "/" + number;
    }
}
