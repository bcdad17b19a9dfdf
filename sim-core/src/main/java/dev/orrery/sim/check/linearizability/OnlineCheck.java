package dev.orrery.sim.check.linearizability;

import dev.orrery.sim.check.HistoryWatch;
import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.history.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Judges a history while it is being written, and sees a violation at the first answer that no legal order of the
 * operations so far allows.
 *
 * <p>Most answers fit right away: each object has one order that explains what was answered so far, and it mostly goes on
 * with the operation that was answered now. Where it does not, a search looks for another order. What happened before a
 * moment at which nobody waits for an answer is forgotten, but for the states in which it may have left the object, so the
 * memory is bounded by how many operations overlap. An object that becomes too hard is left to the check at the end.
 */
final class OnlineCheck implements HistoryWatch {
    private static final int MANY = 64;

    private final Model<?> model;
    private final int many;
    private final Map<Optional<Object>, ObjectWatch<?>> objects = new LinkedHashMap<>();
    private boolean violated;

    OnlineCheck(Model<?> model) {
        this(model, MANY);
    }

    /** @param many how many operations of an object are remembered before the older ones are forgotten */
    OnlineCheck(Model<?> model, int many) {
        this.model = model;
        this.many = many;
    }

    @Override
    public void invoked(Operation operation) {
        watch(operation).invoked(operation);
    }

    @Override
    public void completed(Operation operation) {
        ObjectWatch<?> object = watch(operation);
        object.completed(operation);
        violated |= object.isViolated();
    }

    private ObjectWatch<?> watch(Operation operation) {
        return objects.computeIfAbsent(
                Optional.ofNullable(model.object(operation)), object -> new ObjectWatch<>(model, many));
    }

    @Override
    public boolean isViolated() {
        return violated;
    }
}
