package dev.orrery.sim.check.unambiguous;

import dev.orrery.sim.check.model.LockModel;
import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.check.model.MutexModel;
import dev.orrery.sim.history.Interval;
import dev.orrery.sim.history.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A lock that each client releases after it has acquired it: a mutex, one that knows its owner, that can be entered again,
 * that has fences.
 *
 * <p>Each acquisition and its release make a {@link Section}. The lock is certainly held from the return of the one to the
 * invocation of the other, so these stretches may not overlap, and their order is that of the sections; a section whose
 * acquisition is of unknown outcome may happen at one point of its release. So the sections are {@link Zones}, and what
 * remains is to draw each of them out as long as it may be, so that whoever was refused meets one; O(n log n). Worked
 * example: acquire a is over before acquire b is, and release a begins after that: both certainly hold the lock then.
 *
 * <p>It cannot tell where a client releases what it is not known to hold, or where an operation of unknown outcome may
 * excuse what is illegal without it.
 */
final class LockSections implements FastPath {
    private final Model<?> model;
    private final int mostHolds;

    LockSections(MutexModel model) {
        this.model = model;
        this.mostHolds = 1;
    }

    LockSections(LockModel model) {
        this.model = model;
        this.mostHolds = model.mostHolds();
    }

    @Override
    public Ruling judge(List<Interval> object) {
        return new Judgement(object).judge();
    }

    private final class Judgement {
        private final List<Interval> object;
        private final Map<String, ClientSections> clients = new LinkedHashMap<>();
        private final List<Section> sections = new ArrayList<>();
        private final List<Integer> refusedAcquisitions = new ArrayList<>();
        private final List<Integer> refusedReleases = new ArrayList<>();

        Judgement(List<Interval> object) {
            this.object = object;
        }

        Ruling judge() {
            for (int i = 0; i < object.size(); i++) {
                String why = read(i);
                if (why != null) {
                    return new Ruling.DoesNotApply(
                            "operation " + object.get(i).operation().index() + " " + why);
                }
            }
            Zones zones = new Zones(sections.size());
            int[] groups = new int[sections.size()];
            for (int s = 0; s < groups.length; s++) {
                groups[s] = s;
                zones.add(
                        s, sections.get(s).earliestBegin() - 1, sections.get(s).latestBegin());
                zones.add(s, sections.get(s).earliestEnd() - 1, sections.get(s).latestEnd());
            }
            int[] order = zones.order(groups);
            if (zones.areInConflict()) {
                return certain(sections.get(zones.one()), sections.get(zones.other()));
            }
            List<Section> ordered = new ArrayList<>();
            for (int s : order) {
                ordered.add(sections.get(s));
            }
            return draw(new DrawnSections(object, ordered));
        }

        /** Puts an operation where it belongs; tells why it belongs nowhere, or null. */
        private @Nullable String read(int i) {
            Operation operation = object.get(i).operation();
            boolean acquires = operation.f().equals("acquire");
            if (!acquires && !operation.f().equals("release")) {
                return "is a " + operation.f();
            }
            ClientSections client = clients.computeIfAbsent(
                    operation.client(), name -> new ClientSections(object, mostHolds, sections));
            if (!model.onlyLooks(operation)) {
                return client.goOn(i) ? null : "is about a lock that its client is not known to hold so";
            }
            if (acquires) {
                refusedAcquisitions.add(i);
                return null;
            }
            refusedReleases.add(i);
            return model.knowsClients() && client.isOutside() ? null : "is a release that was refused";
        }

        /** That two sections clash, unless something of unknown outcome may excuse it. */
        private Ruling certain(Section one, Section other) {
            int seen = Math.max(one.latestBegin(), other.latestBegin());
            boolean certain = model.knowsClients()
                    ? isCertain(one) && isCertain(other)
                    : clients.values().stream().noneMatch(client -> client.firstLeftOut() < seen)
                            && !hasUnknownAcquisitionBefore(seen);
            return certain
                    ? illegal(List.of(one, other))
                    : new Ruling.DoesNotApply("operations of unknown outcome may excuse an overlap");
        }

        /** Whether the sections can have come in no other order. */
        private boolean isOrderCertain() {
            return sections.stream()
                            .allMatch(
                                    section -> object.get(section.acquisition()).isAnswered())
                    && clients.values().stream().allMatch(client -> client.firstLeftOut() == Interval.NEVER);
        }

        private boolean isCertain(Section section) {
            ClientSections its = clients.get(section.client());
            return its != null && its.isCertain(section);
        }

        private boolean hasUnknownAcquisitionBefore(int place) {
            return object.stream()
                    .anyMatch(interval -> !interval.isAnswered()
                            && interval.invoked() < place
                            && interval.operation().f().equals("acquire"));
        }

        private Ruling illegal(List<Section> clash, int... others) {
            SortedSet<Integer> operations = new TreeSet<>();
            clash.forEach(section -> operations.addAll(section.operations()));
            for (int other : others) {
                operations.add(other);
            }
            return new Ruling.Illegal(operations.stream().map(object::get).toList());
        }

        private Ruling draw(DrawnSections drawn) {
            for (int refused : refusedReleases) {
                drawn.putAnywhere(refused);
            }
            for (int refused : refusedAcquisitions) {
                if (!drawn.putWhereHeld(refused)) {
                    return isOrderCertain()
                                    && !hasUnknownAcquisitionBefore(
                                            object.get(refused).returned())
                            ? illegal(drawn.begunBefore(object.get(refused).returned()), refused)
                            : new Ruling.DoesNotApply("an operation of unknown outcome may have held the lock");
                }
            }
            List<Interval> order = drawn.inOrder();
            int flaw = firstFlaw(model, order);
            return flaw == order.size() ? new Ruling.Legal(order) : flawed(order.get(flaw), drawn);
        }

        /** All are in order; so it is a fence that is too low, or somebody was refused by himself. */
        private Ruling flawed(Interval flaw, DrawnSections drawn) {
            if (!model.onlyLooks(flaw.operation())) {
                List<Section> clash = drawn.highestFenceBefore(flaw);
                return certain(clash.get(0), clash.get(clash.size() - 1));
            }
            return new Ruling.DoesNotApply("operation " + flaw.operation().index() + " was refused to the holder");
        }
    }

    /** The place in an order of what cannot follow what comes before; the order's size if there is nothing. */
    private static <S> int firstFlaw(Model<S> model, List<Interval> order) {
        S state = model.initial();
        for (int i = 0; i < order.size(); i++) {
            S next = model.step(state, order.get(i).operation());
            if (next == null) {
                return i;
            }
            state = next;
        }
        return order.size();
    }
}
