package dev.orrery.sim.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.engine.EventLoop;
import dev.orrery.sim.random.Mix;
import dev.orrery.sim.schedule.Schedule.Pct;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events are letters of one node each; a node's capitals stand in a line. */
final class PriorityOrderTest {
    private static final int SEEDS = 200;
    private static final long FOR_EVER = Long.MAX_VALUE;

    private final List<String> happened = new ArrayList<>();
    private final List<Long> lateness = new ArrayList<>();

    private EventLoop loop = loop(pct(1, 1, 0), 0);

    private EventLoop loop(Pct pct, long seed) {
        happened.clear();
        lateness.clear();
        Lines lines = new Lines() {
            @Override
            public long line(long head) {
                return Character.isUpperCase((char) head) ? 1 : NONE;
            }

            @Override
            public int node(long head) {
                return (int) head;
            }

            @Override
            public long identity(int node) {
                return node;
            }
        };
        PriorityOrder order = new PriorityOrder(pct, Mix.mix64(seed), lines);
        loop = new EventLoop(
                (sequence, head, first, second, third, payload) -> {
                    happened.add(String.valueOf((char) head));
                    lateness.add(loop.now() - first);
                    if (payload instanceof Runnable effect) {
                        effect.run();
                    }
                },
                order);
        return loop;
    }

    private void event(char name, long at, Runnable effect) {
        loop.schedule(at, name, at, 0, 0, effect);
    }

    private void event(char name, long at) {
        event(name, at, () -> {});
    }

    private String run(long end) {
        loop.run(end, () -> true);
        return String.join("", happened);
    }

    private static Pct pct(int depth, long events, long window) {
        return new Pct(depth, events, window, FOR_EVER);
    }

    @Test
    void eventsInOneWindowComeInAnyOrder() {
        List<String> orders = new ArrayList<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            loop(pct(1, 3, 100), seed);
            event('a', 10);
            event('b', 20);
            event('c', 30);
            orders.add(run(1000));
        }
        assertEquals(6, orders.stream().distinct().count(), orders.toString());
    }

    @Test
    void noEventIsEarlyOrLaterThanTheWindow() {
        for (long seed = 0; seed < SEEDS; seed++) {
            loop(pct(3, 20, 15), seed);
            for (int i = 0; i < 20; i++) {
                event((char) ('a' + i), 10L * i);
            }
            run(1000);
            for (long late : lateness) {
                assertTrue(late >= 0 && late <= 15, "seed " + seed + ": late by " + late);
            }
        }
    }

    @Test
    void eventsOfOneLineKeepTheirOrder() {
        for (long seed = 0; seed < SEEDS; seed++) {
            loop(pct(3, 5, 100), seed);
            event('C', 30);
            event('A', 10);
            event('x', 15);
            event('B', 20);
            event('y', 25);
            String order = run(1000);
            assertEquals("ABC", order.replaceAll("[a-z]", ""), "seed " + seed + ": " + order);
        }
    }

    @Test
    void allIsInTimeOnceTheRunIsToBeCalm() {
        for (long seed = 0; seed < SEEDS; seed++) {
            loop(pct(3, 4, 100).calmFrom(0), seed);
            event('d', 40);
            event('b', 20);
            event('a', 10);
            event('c', 30);
            assertEquals("abcd", run(1000), "seed " + seed);
        }
    }

    @Test
    void nothingHappensThatIsDueAfterTheEnd() {
        for (long seed = 0; seed < SEEDS; seed++) {
            loop(pct(1, 2, 100), seed);
            event('b', 60);
            event('a', 10);
            assertEquals("a", run(50), "seed " + seed);
        }
    }

    @Test
    void theAgendaKeepsToItsTimesAndLateEventsComeAfterIt() {
        List<String> orders = new ArrayList<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            loop(pct(1, 2, 100), seed);
            event('a', 10);
            event('b', 30);
            loop.plan(20, () -> happened.add("!"));
            orders.add(run(1000));
        }
        assertEquals(List.of("!ba", "a!b"), orders.stream().distinct().sorted().toList());
    }

    @Test
    void anEventAndWhatItCausesAreOneChain() {
        loop(pct(1, 3, 100), 1);
        PriorityOrder order = new PriorityOrder(pct(1, 3, 100), 1, new Lines() {
            @Override
            public long line(long head) {
                return NONE;
            }

            @Override
            public int node(long head) {
                return (int) head;
            }

            @Override
            public long identity(int node) {
                return node;
            }
        });
        EventLoop[] own = new EventLoop[1];
        own[0] = new EventLoop(
                (sequence, head, first, second, third, payload) -> {
                    if (head < 5) {
                        own[0].schedule(own[0].now() + 1, head + 1, 0, 0, 0, "next");
                    }
                },
                order);
        own[0].schedule(0, 0, 0, 0, 0, "first");
        own[0].run(100, () -> true);
        assertEquals(1, order.chains());
    }

    /**
     * A bug of depth 2: b, which somebody sends after six others, has to come after a and before what a causes. With n = 2
     * chains and k = 9 events it is hit in one of 18 runs: 111 of 2000, with a standard deviation of 10.
     */
    @Test
    void aBugOfDepthTwoIsHitAsOftenAsPromised() {
        int hit = 0;
        for (long seed = 0; seed < 2000; seed++) {
            loop(pct(2, 9, 1000), seed);
            event('a', 1, () -> event('z', 2));
            event('s', 1, () -> sendMore(6));
            String order = run(10_000);
            hit += order.matches(".*a.*b.*z.*") ? 1 : 0;
        }
        assertTrue(hit >= 111 - 4 * 10, "hit " + hit + " times");
    }

    private void sendMore(int more) {
        event(more == 0 ? 'b' : 's', loop.now() + 1, () -> {
            if (more > 0) {
                sendMore(more - 1);
            }
        });
    }

    @Test
    void aSeedIsAnOrder() {
        assertEquals(orderOf(7), orderOf(7));
        assertNotEquals(orderOf(7), orderOf(8));
    }

    private String orderOf(long seed) {
        loop(pct(3, 20, 100), seed);
        for (int i = 0; i < 20; i++) {
            event((char) ('a' + i), i);
        }
        return run(1000);
    }

    @Test
    void numbersThatMeanNothingAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> pct(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> pct(1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> pct(1, 1, -1));
    }
}
