package dev.orrery.sim.trace;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the records that a run has seen are read: each class is looked at once. */
public final class RecordShapes {
    /** Only ever asked by key: that a class's hash differs between processes does not show. */
    private final Map<Class<?>, Component[]> shapes = new LinkedHashMap<>();

    /** The components of a record class in the order of their declaration. */
    public Component[] of(Class<?> type) {
        Component[] known = shapes.get(type);
        if (known == null) {
            known = look(type);
            shapes.put(type, known);
        }
        return known;
    }

    private static Component[] look(Class<?> type) {
        RecordComponent[] declared = type.getRecordComponents();
        Component[] components = new Component[declared.length];
        for (int i = 0; i < declared.length; i++) {
            Method accessor = declared[i].getAccessor();
            // The record, or what it is nested in, may be private.
            accessor.setAccessible(true);
            components[i] = new Component(declared[i].getName(), accessor);
        }
        return components;
    }

    /** One component. */
    public record Component(String name, Method accessor) {
        /** Its value in this record. */
        public @Nullable Object of(Object owner) {
            try {
                return accessor.invoke(owner);
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            } catch (InvocationTargetException thrown) {
                throw new IllegalStateException(
                        owner.getClass().getSimpleName() + "." + name + " threw", thrown.getCause());
            }
        }
    }
}
