package dev.orrery.sim;

import java.util.Arrays;

/** What a process has reported of itself. It reports few numbers and each of them often, so they stand in a plain list. */
final class Reports {
    private String role = "";
    private String[] names = {};
    private long[] values = {};
    private int size;

    String role() {
        return role;
    }

    /** Takes a role; says whether it is another one. */
    boolean role(String newRole) {
        boolean changed = !newRole.equals(role);
        role = newRole;
        return changed;
    }

    /** Takes a number; says whether it is new or has changed. */
    boolean state(String name, long value) {
        int place = 0;
        while (place < size && !names[place].equals(name)) {
            place++;
        }
        if (place == size) {
            add(name);
        } else if (values[place] == value) {
            return false;
        }
        values[place] = value;
        return true;
    }

    private void add(String name) {
        if (size == names.length) {
            names = Arrays.copyOf(names, Math.max(4, 2 * size));
            values = Arrays.copyOf(values, names.length);
        }
        names[size++] = name;
    }
}
