package dev.orrery.sim.check.certificate;

import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.history.Interval;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In a queue, a stack, a set or a list, whoever is about an element needs all that may have put it in or taken it out; and
 * everybody needs those of whom nobody knows what they took out.
 */
final class ElementNeeds implements Needs.Rule {
    private static final List<Integer> NOBODY = List.of();

    private final List<Interval> object;
    private final Map<Object, List<Integer>> changes = new LinkedHashMap<>();
    private final BitSet unknown = new BitSet();

    ElementNeeds(Model<?> model, List<Interval> object) {
        this.object = object;
        for (int i = 0; i < object.size(); i++) {
            if (!model.onlyLooks(object.get(i).operation())) {
                Set<Object> elements = elements(i);
                for (Object element : elements) {
                    changes.computeIfAbsent(element, e -> new ArrayList<>()).add(i);
                }
                unknown.set(i, elements.isEmpty());
            }
        }
    }

    private Set<Object> elements(int i) {
        Set<Object> elements = new LinkedHashSet<>(Values.brought(object.get(i).operation()));
        elements.addAll(Values.found(object.get(i).operation()));
        return elements;
    }

    @Override
    public boolean isMet(int i, BitSet some) {
        BitSet missing = (BitSet) unknown.clone();
        missing.andNot(some);
        missing.clear(i);
        if (!missing.isEmpty()) {
            return false;
        }
        for (Object element : elements(i)) {
            for (int change : changes.getOrDefault(element, NOBODY)) {
                if (!some.get(change)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public void addNeeded(int i, BitSet some) {
        some.or(unknown);
        for (Object element : elements(i)) {
            changes.getOrDefault(element, NOBODY).forEach(some::set);
        }
    }
}
