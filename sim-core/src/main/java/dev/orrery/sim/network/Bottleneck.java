package dev.orrery.sim.network;

import dev.orrery.sim.network.LinkCondition.Narrow;
import dev.orrery.sim.random.Mix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A narrow link: one message is leaving, the others wait for their turn. */
final class Bottleneck {
    private final Carrier carrier;
    private final Consumer<Parcel> onwards;
    private final List<Parcel> waiting = new ArrayList<>();
    private long waitingBytes;
    private @Nullable Parcel leaving;
    private Narrow width;
    private int departures;

    /**
     * An empty queue.
     *
     * @param onwards takes what has left
     */
    Bottleneck(Narrow width, Carrier carrier, Consumer<Parcel> onwards) {
        this.width = width;
        this.carrier = carrier;
        this.onwards = onwards;
    }

    /** The link is as wide as this from the next message on. */
    void width(Narrow now) {
        width = now;
    }

    void take(Parcel parcel, String why) {
        if (leaving == null) {
            leave(parcel);
        } else if (makeRoom(parcel, why)) {
            waiting.add(parcel);
            waitingBytes += parcel.message().size();
        }
    }

    /** Everything leaves at once. */
    void open() {
        List<Parcel> all = new ArrayList<>();
        if (leaving != null) {
            all.add(leaving);
        }
        all.addAll(waiting);
        leaving = null;
        waiting.clear();
        waitingBytes = 0;
        all.forEach(onwards);
    }

    private void leave(Parcel parcel) {
        leaving = parcel;
        int departure = ++departures;
        carrier.later(width.nanosFor(parcel.message().size()), () -> left(departure));
    }

    private void left(int departure) {
        Parcel gone = leaving;
        if (gone == null || departure != departures) {
            return; // The link was opened meanwhile.
        }
        leaving = null;
        if (!waiting.isEmpty()) {
            leave(remove(0));
        }
        onwards.accept(gone);
    }

    /** Throws messages away until this one fits; false if it is itself thrown away. */
    private boolean makeRoom(Parcel parcel, String why) {
        while (waitingBytes + parcel.message().size() > width.queue()) {
            int victim = victim(parcel);
            if (victim == waiting.size()) {
                carrier.lost(parcel.message(), parcel.number(), parcel.identity(), why);
                return false;
            }
            Parcel lost = remove(victim);
            carrier.lost(lost.message(), lost.number(), lost.identity(), why);
        }
        return true;
    }

    /** Who is thrown away; one place behind the last stands for the message that comes. */
    private int victim(Parcel parcel) {
        int last = waiting.size();
        return switch (width.overflow()) {
            case NEWEST -> last;
            case OLDEST -> 0;
            case RANDOM ->
                (int) Long.remainderUnsigned(Mix.combine(Choice.OVERFLOW.draw(parcel.identity()), last), last + 1L);
        };
    }

    private Parcel remove(int place) {
        Parcel removed = waiting.remove(place);
        waitingBytes -= removed.message().size();
        return removed;
    }
}
