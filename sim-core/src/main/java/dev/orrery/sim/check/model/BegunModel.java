package dev.orrery.sim.check.model;

import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Objects to which something was done before the history begins, such as registers that hold 0 at first. All else is as in the
 * model that it is made of.
 *
 * @param <S> the states
 */
public final class BegunModel<S> implements Model<S> {
    private final Model<S> model;
    private final S initial;

    private BegunModel(Model<S> model, S initial) {
        this.model = model;
        this.initial = initial;
    }

    /**
     * Objects that begin where one operation has left them.
     *
     * @param f what was done, as in a history, such as {@code write}
     * @param value what was done it with
     * @throws IllegalArgumentException if the model does not know such an operation
     */
    public static <S> BegunModel<S> after(Model<S> model, String f, Object value) {
        History before = new History();
        before.ok(before.invoke(0, f, null, value, 0, 0), null, 0);
        S initial = model.step(model.initial(), before.get(0));
        if (initial == null) {
            throw new IllegalArgumentException("no object begins with " + f + " of " + value);
        }
        return new BegunModel<>(model, initial);
    }

    @Override
    public S initial() {
        return initial;
    }

    @Override
    public @Nullable S step(S state, Operation operation) {
        return model.step(state, operation);
    }

    @Override
    public @Nullable Object object(Operation operation) {
        return model.object(operation);
    }

    @Override
    public boolean knowsClients() {
        return model.knowsClients();
    }

    @Override
    public boolean onlyLooks(Operation operation) {
        return model.onlyLooks(operation);
    }

    @Override
    public boolean overwrites(Operation operation) {
        return model.overwrites(operation);
    }

    @Override
    public boolean commute(Operation one, Operation other) {
        return model.commute(one, other);
    }

    @Override
    public boolean mayYetMeet(S state, Operation operation) {
        return model.mayYetMeet(state, operation);
    }

    @Override
    public String describe(S state) {
        return model.describe(state);
    }
}
