package dev.orrery.sim.explore;

import java.util.Arrays;

/** Numbers in a row, as many as it takes. */
final class Ints {
    private int[] numbers = new int[64];
    private int size;

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    int get(int place) {
        return numbers[place];
    }

    int size() {
        return size;
    }
}
