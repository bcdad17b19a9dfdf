package dev.orrery.sim.network;

import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.RandomStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Damage that nobody notices: a copy of a message in which a bit of a number, a text or a byte array has flipped, in the
 * message itself, in a record inside it or in a list.
 */
final class BitFlips {
    private static final int BITS_OF_ASCII = 7;

    private final RandomStream random;
    /** How many places that can be damaged are still passed over. */
    private int toPass;

    private BitFlips(RandomStream random, int toPass) {
        this.random = random;
        this.toPass = toPass;
    }

    /**
     * A damaged copy.
     *
     * @param key of the choice of the place and the bit
     * @return null if there is nothing to damage, or if no such message can be: its receiver would not have taken it for one
     */
    static @Nullable Message in(Message message, long key) {
        int places = places(message);
        if (places == 0) {
            return null;
        }
        RandomStream random = new RandomStream(key);
        try {
            return (Message) new BitFlips(random, random.below(places)).copy(message);
        } catch (InvocationTargetException refused) {
            return null;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(message + " cannot be copied", impossible);
        }
    }

    private static int places(@Nullable Object value) {
        if (isPlace(value)) {
            return 1;
        }
        return parts(value).stream().mapToInt(BitFlips::places).sum();
    }

    private static boolean isPlace(@Nullable Object value) {
        return value instanceof Integer
                || value instanceof Long
                || (value instanceof String text && !text.isEmpty())
                || (value instanceof byte[] bytes && bytes.length > 0);
    }

    /** What a record or a list is made of; nothing for all else. A node's name is no data, and stays whole. */
    private static List<@Nullable Object> parts(@Nullable Object value) {
        List<@Nullable Object> parts = new ArrayList<>();
        if (value instanceof List<?> list) {
            parts.addAll(list);
        } else if (value instanceof Record && !(value instanceof NodeId)) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                parts.add(read(value, component));
            }
        }
        return parts;
    }

    private static @Nullable Object read(Object owner, RecordComponent component) {
        try {
            // The record, or what it is nested in, may be private.
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The value with the damage in it if it lies in here; else the value itself. */
    private @Nullable Object copy(@Nullable Object value) throws ReflectiveOperationException {
        if (isPlace(value)) {
            return toPass-- == 0 ? flipped(value) : value;
        }
        List<@Nullable Object> parts = parts(value);
        if (value == null || parts.isEmpty() || toPass < 0) {
            return value;
        }
        for (int i = 0; i < parts.size(); i++) {
            parts.set(i, copy(parts.get(i)));
        }
        return value instanceof List<?> ? List.copyOf(parts) : build(value.getClass(), parts);
    }

    private static Object build(Class<?> type, List<@Nullable Object> parts) throws ReflectiveOperationException {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(parts.toArray());
    }

    private @Nullable Object flipped(@Nullable Object value) {
        if (value instanceof Integer number) {
            return number ^ (1 << random.below(Integer.SIZE));
        }
        if (value instanceof Long number) {
            return number ^ (1L << random.below(Long.SIZE));
        }
        if (value instanceof byte[] bytes) {
            byte[] copy = bytes.clone();
            copy[random.below(copy.length)] ^= (byte) (1 << random.below(Byte.SIZE));
            return copy;
        }
        if (value instanceof String text) {
            char[] copy = text.toCharArray();
            copy[random.below(copy.length)] ^= (char) (1 << random.below(BITS_OF_ASCII));
            return new String(copy);
        }
        return value;
    }
}
