package dev.orrery.sim.check.unambiguous;

import dev.orrery.sim.check.model.KeyValueModel;
import dev.orrery.sim.check.model.LockModel;
import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.check.model.MutexModel;
import dev.orrery.sim.check.model.QueueModel;
import dev.orrery.sim.check.model.StackModel;

/** Which objects have a fast path. */
public final class FastPaths {
    private FastPaths() {}

    /** The fast path for the histories of a model; one that never applies if there is none. */
    public static FastPath of(Model<?> model) {
        if (model instanceof KeyValueModel) {
            return new UniqueRegister();
        }
        if (model instanceof QueueModel) {
            return new UniqueQueue();
        }
        if (model instanceof StackModel) {
            return new UniqueStack();
        }
        if (model instanceof MutexModel mutex) {
            return new LockSections(mutex);
        }
        if (model instanceof LockModel lock) {
            return new LockSections(lock);
        }
        return object ->
                new Ruling.DoesNotApply("no fast path knows " + model.getClass().getSimpleName());
    }
}
