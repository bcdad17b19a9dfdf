package dev.orrery.sim.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.random.RandomStream;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class MessageCountsTest {
    @Test
    void countsAsAMapWouldWhoeverSendsWhatToWhom() {
        for (long seed = 0; seed < 20; seed++) {
            RandomStream random = new RandomStream(seed);
            MessageCounts counts = new MessageCounts();
            TreeMap<String, Integer> model = new TreeMap<>();
            for (int step = 0; step < 5_000; step++) {
                int from = random.below(30);
                int to = random.below(30) * 500_000;
                int kind = random.below(3);
                String name = from + " " + to + " " + kind;
                int place = counts.find(from, to, kind);
                assertEquals(model.containsKey(name), place >= 0, "seed " + seed);
                if (place < 0) {
                    place = counts.add(from, to, kind, name.hashCode());
                }
                assertEquals(name.hashCode(), counts.key(place), "seed " + seed);
                assertEquals(model.getOrDefault(name, 0), counts.count(place), "seed " + seed);
                counts.increment(place);
                model.merge(name, 1, Integer::sum);
            }
            assertTrue(model.size() > 64, "the table has grown");
        }
    }

    @Test
    void aRingBothWaysAndAMeshFindTheirPlacesAtTheFirstLook() {
        TreeSet<Integer> ring = new TreeSet<>();
        for (int node = 0; node < 10_000; node++) {
            ring.add(MessageCounts.home(MessageCounts.name(node, (node + 1) % 10_000, 0)) & 0xFFFF);
            ring.add(MessageCounts.home(MessageCounts.name((node + 1) % 10_000, node, 0)) & 0xFFFF);
        }
        assertEquals(20_000, ring.size());
        TreeSet<Integer> mesh = new TreeSet<>();
        for (int node = 0; node < 100; node++) {
            for (int other = 0; other < 100; other++) {
                mesh.add(MessageCounts.home(MessageCounts.name(node, other, 0)) & 0x7FFF);
            }
        }
        assertEquals(10_000, mesh.size());
    }
}
