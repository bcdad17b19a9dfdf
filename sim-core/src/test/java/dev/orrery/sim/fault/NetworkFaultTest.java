package dev.orrery.sim.fault;

import static dev.orrery.sim.fault.Village.MS;
import static dev.orrery.sim.fault.Village.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.fault.Links.Direction;
import dev.orrery.sim.fault.Links.Peers;
import dev.orrery.sim.fault.NetworkFault.Clog;
import dev.orrery.sim.fault.NetworkFault.Loss;
import dev.orrery.sim.fault.NetworkFault.Partition;
import dev.orrery.sim.fault.NetworkFault.Partition.Shape;
import dev.orrery.sim.network.Block;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.time.DurationRange;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which links a fault of the network hits: seen by whom each node hears, in 2 s with the fault between 1 s without. */
class NetworkFaultTest {
    private static final DurationRange TWO_SECONDS = new DurationRange(2 * SECOND, 2 * SECOND);
    private static final int SERVERS = 5;

    private static Village during(Fault fault) {
        return during(fault, SERVERS);
    }

    private static Village during(Fault fault, int servers) {
        PlannedFault planned = new PlannedFault(fault, new Timing.At(SECOND), TWO_SECONDS);
        return new Village(7, servers, new FaultPlan(List.of(planned), null, null)).run(4 * SECOND);
    }

    /** The links, as {@code n1>n2}, over which nothing was heard during the fault. */
    private static List<String> silent(Village village) {
        List<String> silent = new ArrayList<>();
        List<String> names =
                village.simulation.nodes().stream().map(node -> node.name()).toList();
        for (String from : names) {
            for (String to : names) {
                boolean isToServer = !to.startsWith("c");
                // A message that was sent before may arrive just after the beginning, a millisecond later.
                if (isToServer && village.heard(from, to, SECOND + 2 * MS, 3 * SECOND) == 0) {
                    silent.add(from + ">" + to);
                }
                assertTrue(!isToServer || village.heard(from, to, 0, SECOND) > 0, from + ">" + to + " before");
                assertTrue(
                        !isToServer || village.heard(from, to, 3 * SECOND, 4 * SECOND) > 0, from + ">" + to + " after");
            }
        }
        return silent;
    }

    private static Partition partition(Shape shape, Target target, Direction direction) {
        return new Partition(shape, target, direction, Block.DROP, List.of());
    }

    private static Partition groups(Direction direction, List<List<String>> groups) {
        return new Partition(Shape.GROUPS, Target.all(), direction, Block.DROP, groups);
    }

    @Test
    void anIsolatedServerIsCutOffFromServersAlone() {
        assertEquals(
                List.of("n1>n2", "n2>n1", "n2>n3", "n2>n4", "n2>n5", "n3>n2", "n4>n2", "n5>n2"),
                silent(during(new Partition(Shape.ISOLATE, Target.nodes("n2")))));
    }

    @Test
    void whatIsCutOneWayIsHeardTheOther() {
        assertEquals(
                List.of("n1>n2", "n3>n2", "n4>n2", "n5>n2"),
                silent(during(partition(Shape.ISOLATE, Target.nodes("n2"), Direction.TO))));
        assertEquals(
                List.of("n2>n1", "n2>n3", "n2>n4", "n2>n5"),
                silent(during(partition(Shape.ISOLATE, Target.nodes("n2"), Direction.FROM))));
    }

    @Test
    void twoWhoAreIsolatedDoNotSeeEachOther() {
        List<String> silent = silent(during(new Partition(Shape.ISOLATE, Target.nodes("n1", "n2"))));
        assertTrue(silent.contains("n1>n2") && silent.contains("n2>n1"));
        assertEquals(14, silent.size());
    }

    @Test
    void aClientIsCutOffOnlyWhereItIsNamed() {
        assertEquals(
                List.of("c1>n1", "c1>n2", "c1>n3", "c1>n4", "c1>n5"),
                silent(during(new Partition(Shape.ISOLATE, Target.nodes("c1")))));
        List<String> withClient =
                silent(during(groups(Direction.BOTH, List.of(List.of("n1", "n2", "c1"), List.of("n3", "n4", "n5")))));
        assertTrue(withClient.containsAll(List.of("c1>n3", "c1>n4", "c1>n5")));
        assertEquals(2 * 6 + 3, withClient.size());
    }

    @Test
    void serversInNoGroupFormOneMore() {
        assertEquals(
                2 * (2 * 3),
                silent(during(groups(Direction.BOTH, List.of(List.of("n1", "n2")))))
                        .size());
    }

    @Test
    void groupsAreCutOneWaySeenFromTheFirst() {
        assertEquals(
                List.of("n3>n1", "n3>n2", "n4>n1", "n4>n2", "n5>n1", "n5>n2"),
                silent(during(groups(Direction.TO, List.of(List.of("n1", "n2"))))));
    }

    /** How many others each server hears, itself not counted. */
    private static List<Integer> heardBy(Village village) {
        List<String> silent = silent(village);
        List<Integer> counts = new ArrayList<>();
        for (int i = 1; i <= SERVERS; i++) {
            String name = "n" + i;
            counts.add((int) (SERVERS
                    - 1
                    - silent.stream().filter(link -> link.endsWith(">" + name)).count()));
        }
        counts.sort(null);
        return counts;
    }

    @Test
    void halvesMajoritiesAndThirdsHaveTheirSizes() {
        assertEquals(List.of(1, 1, 2, 2, 2), heardBy(during(new Partition(Shape.HALVES, Target.one()))));
        assertEquals(List.of(1, 1, 2, 2, 2), heardBy(during(new Partition(Shape.MAJORITY, Target.one()))));
        assertEquals(List.of(0, 3, 3, 3, 3), heardBy(during(new Partition(Shape.MINORITY_THIRD, Target.one()))));
    }

    @Test
    void aBridgeSeesBothSides() {
        assertEquals(List.of(2, 2, 2, 2, 4), heardBy(during(new Partition(Shape.BRIDGE, Target.one()))));
        List<String> silent = silent(during(new Partition(Shape.BRIDGE, Target.nodes("n3"))));
        assertTrue(silent.stream().noneMatch(link -> link.contains("n3")));
    }

    @Test
    void inARingOfMajoritiesEverybodySeesAnotherOne() {
        Village village = during(new Partition(Shape.MAJORITIES_RING, Target.one()));
        assertEquals(List.of(2, 2, 2, 2, 2), heardBy(village));
        TreeSet<String> views = new TreeSet<>();
        for (int i = 1; i <= SERVERS; i++) {
            String name = "n" + i;
            views.add(silent(village).stream()
                    .filter(link -> link.endsWith(">" + name))
                    .map(link -> link.substring(0, 2))
                    .toList()
                    .toString());
        }
        assertEquals(SERVERS, views.size());
    }

    @Test
    void aRingOfThreeIsNoPartition() {
        Village village = during(new Partition(Shape.MAJORITIES_RING, Target.one()), 3);
        assertEquals(List.of(), village.faults.executed());
        assertEquals(List.of("partition at 1s: nobody fits one of servers"), village.faults.neverFired());
    }

    @Test
    void aZoneIsCutOffAsAWhole() {
        assertEquals(
                2 * (3 * 2),
                silent(during(new Partition(Shape.ZONE, Target.zone("odd")))).size());
    }

    @Test
    void aNamedSideIsCutOffInPlaceOfADrawnOne() {
        assertEquals(
                silent(during(groups(Direction.BOTH, List.of(List.of("n4", "n5"))))),
                silent(during(new Partition(Shape.HALVES, Target.nodes("n4", "n5")))));
    }

    @Test
    void aFaultOfLinksHitsThoseBetweenItsTargetsAndTheirPeers() {
        assertEquals(
                List.of("n2>n1", "n3>n1", "n4>n1", "n5>n1"),
                silent(during(loss(Target.nodes("n1"), Direction.TO, Peers.SERVERS))));
        assertEquals(List.of("c1>n1"), silent(during(loss(Target.nodes("n1"), Direction.BOTH, Peers.CLIENTS))));
        assertEquals(
                List.of("n2>n1", "n3>n1", "n4>n1", "n5>n1", "c1>n1"),
                silent(during(loss(Target.nodes("n1"), Direction.TO, Peers.ALL))));
        assertEquals(
                List.of("c1>n1", "c1>n2", "c1>n3", "c1>n4", "c1>n5"),
                silent(during(loss(Target.nodes("c1"), Direction.FROM, Peers.SERVERS))));
        assertEquals(
                SERVERS * (SERVERS - 1),
                silent(during(loss(Target.all(), Direction.BOTH, Peers.SERVERS)))
                        .size());
    }

    private static Loss loss(Target target, Direction direction, Peers peers) {
        return new Loss(Probability.ALWAYS, Probability.NEVER, new Links(target, direction, peers));
    }

    @Test
    void aClogIsHeardOfWhenItEnds() {
        Village village = during(new Clog(
                Clog.Strategy.AT_ONCE, Clog.STAGGER, new Links(Target.nodes("n1"), Direction.FROM, Peers.SERVERS)));
        assertEquals(List.of("n1>n2", "n1>n3", "n1>n4", "n1>n5"), silent(village));
        assertTrue(village.heard("n1", "n2", 3 * SECOND, 3 * SECOND + 1) > 50);
    }

    @Test
    void aSwizzleClogsOneNodeAfterTheOtherAndLetsGoInAnotherOrder() {
        Village village = during(new Clog(Clog.Strategy.SWIZZLE, SECOND, Links.ALL));
        List<ExecutedFault> clogs = village.faults.executed();
        assertEquals(SERVERS, clogs.size());
        List<ExecutedFault> byEnd = new ArrayList<>(clogs);
        byEnd.sort((one, other) -> Long.compare(one.until(), other.until()));
        for (ExecutedFault clog : clogs) {
            assertTrue(clog.at() >= SECOND && clog.at() <= 2 * SECOND, clog::toString);
            assertTrue(clog.until() >= 3 * SECOND && clog.until() <= 4 * SECOND, clog::toString);
        }
        assertTrue(!byEnd.equals(clogs));
    }

    @Test
    void eachOfTwoPartitionsEndsOnItsOwn() {
        PlannedFault one =
                new PlannedFault(new Partition(Shape.ISOLATE, Target.nodes("n1")), new Timing.At(SECOND), TWO_SECONDS);
        PlannedFault two = new PlannedFault(
                new Partition(Shape.ISOLATE, Target.nodes("n1", "n2")), new Timing.At(2 * SECOND), TWO_SECONDS);
        Village village = new Village(7, 3, new FaultPlan(List.of(one, two), null, null)).run(5 * SECOND);
        assertEquals(0, village.heard("n1", "n3", SECOND + 2 * MS, 4 * SECOND));
        assertTrue(village.heard("n2", "n3", SECOND, 2 * SECOND) > 0);
        assertEquals(0, village.heard("n2", "n3", 2 * SECOND + 2 * MS, 4 * SECOND));
        assertTrue(village.heard("n1", "n3", 4 * SECOND, 5 * SECOND) > 0);
    }
}
