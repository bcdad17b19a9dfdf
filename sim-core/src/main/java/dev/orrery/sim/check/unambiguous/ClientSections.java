package dev.orrery.sim.check.unambiguous;

import dev.orrery.sim.history.Interval;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads off what one client did with a lock in which sections it held it. Acquisitions of unknown outcome that no release
 * needs, and releases of unknown outcome that no acquisition needs, are left out, as they may never have happened.
 */
final class ClientSections {
    private final List<Interval> object;
    private final int mostHolds;
    private final List<Section> sections;

    private @Nullable Section current;
    private int holds;
    /** Whether the last release of the current section is of unknown outcome. */
    private boolean mayHaveLeft;

    private final Deque<Integer> unknownAcquisitions = new ArrayDeque<>();
    private int firstUnknown = Interval.NEVER;
    /** The place of the first release that was left out. */
    private int firstLeftOut = Interval.NEVER;
    /** Whether it is not known how often the client holds the lock, though it certainly does. */
    private boolean unsureHowOften;

    /** @param sections to which the ones found are added */
    ClientSections(List<Interval> object, int mostHolds, List<Section> sections) {
        this.object = object;
        this.mostHolds = mostHolds;
        this.sections = sections;
    }

    /**
     * Goes on with the client's next operation, which was not refused.
     *
     * @return false if it fits into no section
     */
    boolean goOn(int operation) {
        boolean answered = object.get(operation).isAnswered();
        firstUnknown = answered
                ? firstUnknown
                : Math.min(firstUnknown, object.get(operation).invoked());
        if (unsureHowOften) {
            return false;
        }
        return object.get(operation).operation().f().equals("acquire")
                ? acquire(operation, answered)
                : release(operation, answered);
    }

    private boolean acquire(int operation, boolean answered) {
        if (!answered) {
            unknownAcquisitions.addLast(operation);
            return true;
        }
        if (current == null || mayHaveLeft) {
            begin(operation);
            return true;
        }
        if (holds == mostHolds) {
            return false;
        }
        holds++;
        current.enterAgain(operation);
        return true;
    }

    private boolean release(int operation, boolean answered) {
        boolean holdsNothing = current == null || mayHaveLeft;
        if (holdsNothing && !answered) {
            leaveOut(operation);
            return true;
        }
        if (holdsNothing) {
            if (unknownAcquisitions.isEmpty() || (mayHaveLeft && !mayHaveEnteredSince())) {
                return false;
            }
            if (current != null) {
                leaveOut(current.release());
            }
            begin(unknownAcquisitions.removeLast());
        }
        if (!answered && holds > 1) {
            unsureHowOften = true;
            return true;
        }
        holds--;
        if (current != null) {
            current.leave(operation, holds == 0);
        }
        mayHaveLeft = !answered;
        current = holds == 0 && answered ? null : current;
        return true;
    }

    /** Of a release that is not needed, or that the one which follows it may have been instead. */
    private void leaveOut(int release) {
        firstLeftOut = Math.min(firstLeftOut, object.get(release).invoked());
    }

    private boolean mayHaveEnteredSince() {
        return current != null && unknownAcquisitions.getLast() > current.release();
    }

    private void begin(int acquisition) {
        current = new Section(object, acquisition);
        sections.add(current);
        holds = 1;
        mayHaveLeft = false;
    }

    /** Whether the client certainly holds nothing now. */
    boolean isOutside() {
        return current == null && firstUnknown == Interval.NEVER;
    }

    /**
     * Whether it certainly held the lock in a section from the return of its first operation to the invocation of its last
     * one: a release of unknown outcome that was left out may come later than it was asked for. Who may enter again may
     * also have done so where it seems to have left.
     */
    boolean isCertain(Section section) {
        int firstDoubt = mostHolds == 1 ? firstLeftOut : firstUnknown;
        return firstDoubt > object.get(section.acquisition()).invoked();
    }

    /** The place of the first release that was left out, or {@link Interval#NEVER}. */
    int firstLeftOut() {
        return firstLeftOut;
    }
}
