package dev.orrery.sim.fault;

import static dev.orrery.sim.fault.Village.MS;
import static dev.orrery.sim.fault.Village.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.Observer;
import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.fault.ProcessFault.Kill;
import dev.orrery.sim.fault.ProcessFault.Pause;
import dev.orrery.sim.fault.ProcessFault.Rolling;
import dev.orrery.sim.fault.ProcessFault.Stop;
import dev.orrery.sim.history.History;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.time.DurationRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Faults of processes, clocks, disks and the membership, on three servers. */
class NodeFaultTest {
    private static final long NO_FILE = -1;
    private static final NodeId N1 = new NodeId(0, "n1");

    private static DurationRange exactly(long nanos) {
        return new DurationRange(nanos, nanos);
    }

    private static PlannedFault at(long time, Fault fault, @Nullable DurationRange length) {
        return new PlannedFault(fault, new Timing.At(time), length);
    }

    private static Village village(PlannedFault... faults) {
        return new Village(7, 3, new FaultPlan(List.of(faults), null, null));
    }

    private static List<String> faultsIn(Village village) {
        return village.simulation.history().faults().stream()
                .map(fault -> fault.at() / MS + "ms " + fault.f() + ": " + fault.what())
                .toList();
    }

    @Test
    void aKilledServerIsBackWhenItIsSaidToBe() {
        Village village = village(
                at(SECOND, new Kill(Target.nodes("n1"), exactly(SECOND), CrashPolicy.LOSE_UNSYNCED, null), null));
        assertNotNull(village.run(SECOND - 1).simulation.process(N1));
        assertNull(village.run(SECOND).simulation.process(N1));
        assertNull(village.run(2 * SECOND - 1).simulation.process(N1));
        assertNotNull(village.run(2 * SECOND).simulation.process(N1));
        assertEquals(
                List.of(
                        "1000ms start-kill: n1 is killed and is back in 1s",
                        "2000ms stop-kill: n1 is killed and is back in 1s"),
                faultsIn(village));
    }

    @Test
    void whoIsKilledWithoutReturnStaysDown() {
        Village village = village(at(SECOND, new Kill(Target.nodes("n1"), null, CrashPolicy.KEEP, null), null))
                .run(10 * SECOND);
        assertNull(village.simulation.process(N1));
        assertEquals(ExecutedFault.NEVER, village.faults.executed().get(0).until());
    }

    @Test
    void aKillLeavesTheOthersToThemselves() {
        Village killed = village(at(SECOND, new Kill(Target.nodes("n1"), null, CrashPolicy.KEEP, null), null))
                .run(3 * SECOND);
        Village calm = village().run(3 * SECOND);
        // What c1 and n3 say to n2 is keyed by them alone; that n1 does not answer them changes nothing in it.
        assertEquals(over(calm, "n3", "n2"), over(killed, "n3", "n2"));
        assertEquals(over(calm, "c1", "n2"), over(killed, "c1", "n2"));
        assertTrue(over(calm, "n3", "n2").size() > 50);
    }

    private static List<Village.Heard> over(Village village, String from, String to) {
        NodeId sender = village.node(from);
        NodeId receiver = village.node(to);
        return village.log.stream()
                .filter(heard -> heard.from().equals(sender) && heard.to().equals(receiver))
                .toList();
    }

    @Test
    void aWipedDiskIsEmptyAndAStoppedOneIsWhole() {
        long boots = SECOND + MS;
        Village wiped = village(at(SECOND, new Kill(Target.nodes("n1"), exactly(MS), CrashPolicy.WIPE, null), null));
        Village stopped = village(at(SECOND, new Stop(Target.nodes("n1"), exactly(MS)), null));
        assertEquals(NO_FILE, logAtBoot(wiped, boots));
        assertTrue(logAtBoot(stopped, boots) > 100);
    }

    /** How long n1's log was when it booted at this time. */
    private static long logAtBoot(Village village, long time) {
        List<Long> lengths = new ArrayList<>();
        village.simulation.observe(new Observer() {
            @Override
            public void state(NodeId node, String name, long value, long at) {
                if (node.equals(N1) && name.equals("boots") && at == time) {
                    lengths.add(value);
                }
            }
        });
        village.run(2 * SECOND);
        return lengths.get(0);
    }

    @Test
    void aPausedServerIsSilentAndThenCatchesUp() {
        Village village = village(at(SECOND, new Pause(Target.nodes("n1")), exactly(SECOND)))
                .run(3 * SECOND);
        assertEquals(0, village.heard("n2", "n1", SECOND, 2 * SECOND));
        assertTrue(village.heard("n2", "n1", 2 * SECOND, 2 * SECOND + 1) > 20);
        assertEquals(0, village.heard("n1", "n2", SECOND + 2 * MS, 2 * SECOND));
    }

    @Test
    void ofTwoPausesTheLastOneToEndWakesTheServer() {
        Village village = village(
                        at(SECOND, new Pause(Target.nodes("n1")), exactly(SECOND)),
                        at(SECOND, new Pause(Target.nodes("n1")), exactly(2 * SECOND)))
                .run(4 * SECOND);
        assertEquals(0, village.heard("n2", "n1", SECOND, 3 * SECOND));
        assertTrue(village.heard("n2", "n1", 3 * SECOND, 4 * SECOND) > 0);
    }

    @Test
    void aSlowServerHearsLess() {
        Village village = village(at(SECOND, new ProcessFault.Slow(Target.nodes("n1"), 100, 500_000), exactly(SECOND)))
                .run(3 * SECOND);
        // One event in 50 ms, messages and timers and disk completions alike.
        long heard = village.heard("n2", "n1", SECOND, 2 * SECOND)
                + village.heard("n3", "n1", SECOND, 2 * SECOND)
                + village.heard("c1", "n1", SECOND, 2 * SECOND)
                + village.heard("n1", "n1", SECOND, 2 * SECOND);
        assertTrue(heard <= 20, () -> heard + " were heard");
    }

    @Test
    void aRollingRestartTakesOneAfterTheOther() {
        Village village = village(
                        at(SECOND, new Rolling(Target.all(), exactly(100 * MS), exactly(200 * MS), true), null))
                .run(3 * SECOND);
        List<ExecutedFault> stops = village.faults.executed();
        assertEquals(
                List.of(SECOND, SECOND + 300 * MS, SECOND + 600 * MS),
                stops.stream().map(ExecutedFault::at).toList());
        assertEquals(
                3,
                stops.stream().flatMap(stop -> stop.nodes().stream()).distinct().count());
        assertEquals(
                List.of("stop", "stop", "stop"),
                stops.stream().map(NodeFaultTest::kind).toList());
        assertTrue(village.simulation.nodes().stream().allMatch(node -> village.simulation.process(node) != null));
    }

    private static String kind(ExecutedFault executed) {
        return executed.planned().fault().kind();
    }

    @Test
    void aKillAtAnUnsyncedWriteFindsOne() {
        for (long seed = 0; seed < 20; seed++) {
            Kill kill = new Kill(Target.nodes("n1"), null, CrashPolicy.KEEP, Kill.Moment.UNSYNCED_WRITE);
            Village village =
                    new Village(seed, 3, new FaultPlan(List.of(at(SECOND, kill, null)), null, null)).run(2 * SECOND);
            assertNull(village.simulation.process(N1), "seed " + seed);
            assertTrue(village.simulation.unsynced(N1) > 0, "seed " + seed);
        }
    }

    @Test
    void aKillInTheMidstOfABroadcastReachesSomeAndNotOthers() {
        int cutShort = 0;
        for (long seed = 0; seed < 20; seed++) {
            Kill kill = new Kill(Target.nodes("n1"), null, CrashPolicy.KEEP, Kill.Moment.MID_BROADCAST);
            Village village =
                    new Village(seed, 3, new FaultPlan(List.of(at(SECOND, kill, null)), null, null)).run(3 * SECOND);
            long at = village.log.stream()
                    .filter(heard -> heard.from().equals(N1))
                    .mapToLong(Village.Heard::at)
                    .max()
                    .orElseThrow();
            long heard = village.heard("n1", "n1", at, at + 1)
                    + village.heard("n1", "n2", at, at + 1)
                    + village.heard("n1", "n3", at, at + 1);
            assertNull(village.simulation.process(N1), "seed " + seed);
            // n1 is the first it sends to and is down by then, so that nobody or n2 alone hears it.
            assertTrue(heard <= 2, "seed " + seed);
            cutShort++;
        }
        assertEquals(20, cutShort);
    }

    @Test
    void clocksAreOffForAsLongAsTheFaultLasts() {
        Village village = village(
                at(SECOND, new ClockFault.Skew(Target.nodes("n1"), -300 * MS), exactly(SECOND)),
                at(SECOND, new ClockFault.Jump(Target.nodes("n2"), 700 * MS), null),
                at(SECOND, new ClockFault.Drift(Target.nodes("n3"), 100_000), exactly(SECOND)));
        assertEquals(List.of(0L, 0L, 0L), offsets(village.run(SECOND - 1)));
        assertEquals(List.of(-300L, 700L, 50L), offsets(village.run(SECOND + SECOND / 2)));
        assertEquals(List.of(0L, 700L, 100L), offsets(village.run(3 * SECOND)));
    }

    /** By how many milliseconds each server's time of day is ahead. */
    private static List<Long> offsets(Village village) {
        return List.of("n1", "n2", "n3").stream()
                .map(name -> (village.wall(name) - village.simulation.now()) / MS)
                .toList();
    }

    @Test
    void aStrobeSwingsAndComesToRestWhereItWas() {
        Village village =
                village(at(SECOND, new ClockFault.Strobe(Target.nodes("n1"), 500 * MS, 100 * MS), exactly(250 * MS)));
        List<Long> offsets = new ArrayList<>();
        for (long time : new long[] {1_000, 1_050, 1_150, 1_240, 1_250, 1_400}) {
            offsets.add(offsets(village.run(time * MS)).get(0));
        }
        assertEquals(List.of(500L, 500L, 0L, 500L, 0L, 0L), offsets);
    }

    @Test
    void overlappingFaultsOfADiskAddUpAndEndAlone() {
        Village village = village(
                at(SECOND, new DiskFault.Stall(Target.nodes("n1")), exactly(SECOND)),
                at(SECOND, new DiskFault.Stall(Target.nodes("n1")), exactly(2 * SECOND)),
                at(5 * SECOND, new DiskFault.SyncError(Target.nodes("n1"), Probability.ALWAYS), exactly(SECOND)),
                at(5 * SECOND, new DiskFault.Full(Target.nodes("n2")), null));
        long before = diskCount(village.run(SECOND), "sync", "n1");
        assertEquals(before, diskCount(village.run(3 * SECOND - 1), "sync", "n1"));
        long after = diskCount(village.run(5 * SECOND), "sync", "n1");
        assertTrue(after > before);
        long others = diskCount(village.run(5 * SECOND), "sync-error", "n1");
        village.run(6 * SECOND);
        assertTrue(diskCount(village, "sync-error", "n1") > others);
        assertEquals(0, diskCount(village, "sync-error", "n2"));
        assertTrue(diskCount(village, "full", "n2") > 0);
        assertEquals(0, diskCount(village, "full", "n3"));
    }

    private static long diskCount(Village village, String what, String node) {
        return village.simulation.metrics().counter("disk-" + what, node).value();
    }

    @Test
    void bitsRotAtOnce() {
        Village village = village(at(SECOND, new DiskFault.BitRot(Target.nodes("n1"), 9, null), null))
                .run(2 * SECOND);
        assertEquals(9, diskCount(village, "rot", "n1"));
        assertEquals(0, diskCount(village, "rot", "n2"));
        assertEquals(SECOND, village.faults.executed().get(0).until());
    }

    @Test
    void aTornDiskTearsTheLastWriteOfTheNextKill() {
        Village village = village(
                        at(SECOND, new DiskFault.Torn(Target.nodes("n1")), exactly(SECOND)),
                        at(
                                SECOND,
                                new Kill(
                                        Target.nodes("n1"),
                                        null,
                                        CrashPolicy.LOSE_UNSYNCED,
                                        Kill.Moment.UNSYNCED_WRITE),
                                null))
                .run(2 * SECOND);
        assertTrue(diskCount(village, "torn", "n1") > 0);
    }

    @Test
    void aServerJoinsAndTheSystemIsTold() {
        Village village = village(at(SECOND, new MembershipFault.AddNode(null, "odd"), null))
                .run(4 * SECOND);
        NodeId joined = village.node("n4");
        assertNotNull(village.simulation.process(joined));
        assertEquals("odd", village.simulation.zone(joined));
        assertEquals(List.of("add-node n4"), village.told());
        assertEquals("1000ms add-node: n4 joins in zone odd", faultsIn(village).get(0));
    }

    @Test
    void aServerLeavesSomeTimeAfterTheCommand() {
        Village village = village(at(SECOND, new MembershipFault.RemoveNode(Target.nodes("n1"), SECOND), null));
        assertNotNull(village.run(2 * SECOND - 1).simulation.process(N1));
        assertTrue(village.run(2 * SECOND).simulation.isRemoved(N1));
        assertEquals(List.of("remove-node n1"), village.told());
    }

    @Test
    void aServerIsReplaced() {
        Village village = village(at(SECOND, new MembershipFault.ReplaceNode(Target.nodes("n1"), "n9"), null))
                .run(4 * SECOND);
        assertTrue(village.simulation.isRemoved(N1));
        assertNotNull(village.simulation.process(village.node("n9")));
        List<String> told = new ArrayList<>(village.told());
        told.sort(null);
        assertEquals(List.of("add-node n9", "remove-node n1"), told);
    }

    @Test
    void nobodyJoinsUnderANameThatSomebodyHas() {
        Village village = village(
                        at(SECOND, new MembershipFault.AddNode("n2", null), null),
                        at(SECOND, new MembershipFault.ReplaceNode(Target.nodes("n1"), "c1"), null))
                .run(2 * SECOND);
        assertEquals(
                List.of(
                        "add-node at 1s: there was a node n2 already",
                        "replace-node at 1s: there was a node c1 already"),
                village.faults.neverFired());
        assertNotNull(village.simulation.process(N1));
    }

    @Test
    void onlyOneServerIsReplacedAtATime() {
        Village village = village(at(SECOND, new MembershipFault.ReplaceNode(Target.all(), null), null))
                .run(2 * SECOND);
        assertEquals(List.of(N1), village.faults.executed().get(0).nodes());
        assertEquals(
                4,
                village.simulation.nodes().stream()
                        .filter(node -> node.name().startsWith("n"))
                        .count());
    }

    @Test
    void aCommandThatNobodyActsOnIsReported() {
        Village village = village(
                        at(SECOND, new Kill(Target.all(), null, CrashPolicy.KEEP, null), null),
                        at(SECOND, new MembershipFault.RemoveNode(Target.nodes("n1"), SECOND), null))
                .run(20 * SECOND);
        assertEquals(List.of("f2: no server acted on remove-node n1"), village.faults.neverFired());
    }

    @Test
    void whoIsDownCannotBeKilled() {
        Village village = village(
                        at(SECOND, new Kill(Target.nodes("n1"), null, CrashPolicy.KEEP, null), null),
                        at(2 * SECOND, new Kill(Target.nodes("n1"), null, CrashPolicy.KEEP, null), null))
                .run(3 * SECOND);
        assertEquals(1, village.faults.executed().size());
        assertEquals(List.of("kill at 2s: nobody fits n1"), village.faults.neverFired());
    }

    @Test
    void aClientCanBeKilledByItsName() {
        Village village = village(at(SECOND, new Kill(Target.nodes("c1"), null, CrashPolicy.KEEP, null), null))
                .run(2 * SECOND);
        assertNull(village.simulation.process(village.node("c1")));
        History history = village.simulation.history();
        assertEquals(1, history.faults().size());
    }
}
