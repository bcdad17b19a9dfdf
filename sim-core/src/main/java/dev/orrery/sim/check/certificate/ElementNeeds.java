package dev.orrery.sim.check.certificate;

import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.history.Interval;
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
    private final List<Interval> object;
    private final Map<Object, BitSet> changes = new LinkedHashMap<>();
    private final BitSet unknown = new BitSet();

    ElementNeeds(Model<?> model, List<Interval> object) {
        this.object = object;
        for (int i = 0; i < object.size(); i++) {
            if (!model.onlyLooks(object.get(i).operation())) {
                Set<Object> elements = elements(i);
                for (Object element : elements) {
                    changes.computeIfAbsent(element, e -> new BitSet()).set(i);
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
    public BitSet all(int i) {
        BitSet all = (BitSet) unknown.clone();
        for (Object element : elements(i)) {
            all.or(changes.getOrDefault(element, new BitSet()));
        }
        return all;
    }
}
