package dev.orrery.scenarios.language.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.SystemSpec;
import dev.orrery.scenarios.language.Problem;
import dev.orrery.sim.fault.NetworkFault;
import dev.orrery.sim.fault.PlannedFault;
import dev.orrery.sim.fault.Target;
import dev.orrery.sim.fault.Timing;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.time.DurationRange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What scenarios mean, and what is said of those that mean nothing. */
final class ScenarioReaderTest {

    private static final String LEAST = """
            name: least
            system: {name: raft-kv}
            workload: {name: register}
            """;

    @Test
    void whatIsLeftOutHasTheDefaultsOfTheTable() {
        Scenario scenario = good(LEAST);
        assertEquals("least", scenario.name());
        assertEquals(Optional.empty(), scenario.seed());
        assertEquals(60_000_000_000L, scenario.duration());
        assertEquals(5, scenario.system().nodes().size());
        assertEquals(Distribution.constant(1_000_000), scenario.network().latency());
        assertEquals(scenario.workload().provider().mix(), scenario.workload().mix());
        assertTrue(scenario.checks().size() > 1, "those of the system and of the workload");
        assertEquals(Optional.empty(), scenario.expectedFailure());
    }

    @Test
    void aFaultIsWhatItsKeySaysAtItsTime() {
        Scenario scenario = good(LEAST + """
                faults:
                  - partition: {shape: isolate, target: {role: leader}}
                    every: 10s
                    for: 1s..4s
                """);
        assertEquals(
                List.of(new PlannedFault(
                        new NetworkFault.Partition(NetworkFault.Partition.Shape.ISOLATE, Target.role("leader")),
                        new Timing.Every(new DurationRange(10_000_000_000L, 10_000_000_000L)),
                        new DurationRange(1_000_000_000, 4_000_000_000L))),
                scenario.faults().faults());
    }

    @Test
    void theLargestSeedAndTheMostNodesAreAllowed() {
        Scenario scenario = good("""
                name: most
                seed: 18446744073709551615
                system: {name: raft-kv, nodes: 10000}
                workload: {name: register}
                """);
        assertEquals(Optional.of(new Seed(-1)), scenario.seed());
        assertEquals(SystemSpec.MOST_NODES, scenario.system().nodes().size());
    }

    @Test
    void allErrorsComeAtOnceInTheOrderOfTheFile() {
        assertEquals(
                List.of(
                        "1:7 S029 this is no name: at most 64 lower-case letters, digits and hyphens, beginning with a letter",
                        "2:31 S020 '0' is out of its range: from 1 to 10000",
                        "3:1 S014 unknown key 'duratoin' (duration)",
                        "4:34 S022 '200' is no rate: write a number and a unit, as 200/s",
                        "6:5 S039 unknown fault 'partion' (partition)",
                        "7:9 S019 '5' has no unit: one of ns us ms s m h, as 5ms"),
                problems("""
                        name: Bad Name
                        system: {name: raft-kv,nodes: 0}
                        duratoin: 5s
                        workload: {name: register, rate: 200}
                        faults:
                          - partion: {}
                            at: 5
                        """));
    }

    @Test
    void aFileWithNothingInItIsTold() throws IOException {
        assertEquals(List.of("1:1 S001 the file is empty"), problems(""));
    }

    @Test
    void aBinaryFileIsTold() throws IOException {
        byte[] elf = {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, (byte) 0xFF, (byte) 0xFE};
        ScenarioReader.Reading reading = ScenarioReader.read("a.out", new ByteArrayInputStream(elf));
        assertNull(reading.scenario());
        assertEquals("S003", reading.errors().get(0).code().id());
    }

    @Test
    void aFileOfTenMegabytesIsRefusedWithoutBeingRead() throws IOException {
        ScenarioReader.Reading reading =
                ScenarioReader.read("big.yaml", new ByteArrayInputStream(new byte[10_000_000]));
        assertEquals(List.of("1:1 S002 the file is larger than 1 MiB"), told(reading));
    }

    @Test
    void deepNestingIsRefused() {
        assertEquals(List.of("1:70 S007 nested more than 64 levels deep"), problems("name: " + "[".repeat(100_000)));
    }

    @Test
    void aTabAndADuplicateKeyAreToldWithTheirPlaces() {
        assertEquals(
                List.of(
                        "1:6 S005 a tab is not allowed, use spaces",
                        "2:1 S015 the key 'name' is given twice, first at 1:1"),
                problems("name:\ta\nname: b\nsystem: {name: raft-kv}\nworkload: {name: register}\n"));
    }

    @Test
    void durationsAreNeitherNegativeNorEndlessNorWithoutUnit() {
        assertEquals(
                List.of("4:11 S019 '-5s' is negative: a duration is at least 0"), problems(LEAST + "duration: -5s"));
        assertEquals(
                List.of("4:11 S019 '300000000000h' is too long: at most 9223372036.854775807s, 292 years"),
                problems(LEAST + "duration: 300000000000h"));
        assertEquals(List.of("4:11 S019 'duration' is at most 720h, not 1000h"), problems(LEAST + "duration: 1000h"));
        assertEquals(
                List.of("4:11 S019 '5 s' has the unknown unit ' s': one of ns us ms s m h"),
                problems(LEAST + "duration: 5 s"));
        assertEquals(
                List.of("4:11 S019 '0s' is no time at all: more than 0 is expected"), problems(LEAST + "duration: 0s"));
    }

    @Test
    void aSeedHas64Bits() {
        assertEquals(
                List.of("4:7 S026 seed '18446744073709551616' needs more than 64 bits"),
                problems(LEAST + "seed: 18446744073709551616"));
        assertEquals(
                List.of("4:7 S026 seed '0x10000000000000000' needs more than 64 bits"),
                problems(LEAST + "seed: 0x10000000000000000"));
    }

    @Test
    void theNumberOfNodesHasLimits() {
        assertEquals(
                List.of("2:32 S020 '10001' is out of its range: from 1 to 10000"),
                problems("name: x\nsystem: {name: raft-kv, nodes: 10001}\nworkload: {name: register}"));
        assertEquals(
                List.of("2:32 S041 the list is empty: expected a list of nodes"),
                problems("name: x\nsystem: {name: raft-kv, nodes: []}\nworkload: {name: register}"));
    }

    @Test
    void twoNodesOfOneNameAreRefused() {
        assertEquals(
                List.of(
                        "2:41 S040 the node 'n1' is given twice",
                        "2:45 S029 'c1' is a client's name: servers have other" + " names than c and digits"),
                problems("name: x\nsystem: {name: raft-kv, nodes: [n1, n2, n1, c1]}\nworkload: {name: register}"));
    }

    @Test
    void namesThatNobodyHasAreGuessed() {
        assertEquals(
                List.of("2:16 S030 unknown system 'raft'; known are raft-kv"),
                problems("name: x\nsystem: {name: raft}\nworkload: {name: register}").stream()
                        .map(told -> told.replaceAll("known are .*", "known are raft-kv"))
                        .toList());
        assertEquals(
                List.of("3:18 S036 unknown workload 'registre' (register)"),
                problems("name: x\nsystem: {name: raft-kv}\nworkload: {name: registre}"));
        assertEquals(
                List.of("4:10 S037 unknown check 'linearisable' (linearizable)"),
                problems(LEAST + "checks: [linearisable]"));
        assertEquals(
                List.of("4:9 S034 unknown event 'leader-elect' (leader-elected)"),
                problems(LEAST + "goals: [leader-elect]"));
        assertEquals(
                List.of("2:35 S038 unknown option of the system 'heartbeats' (heartbeat)"),
                problems("name: x\nsystem: {name: raft-kv, options: {heartbeats: 1s}}\nworkload: {name: register}"));
        assertEquals(
                List.of("2:46 S048 heartbeat: '1' has no unit: one of ns us ms s m h, as 1ms"),
                problems("name: x\nsystem: {name: raft-kv, options: {heartbeat: 1}}\nworkload: {name: register}"));
    }

    @Test
    void aFaultNamesNodesZonesRolesAndEventsThatThereAre() {
        assertEquals(
                List.of("4:36 S031 unknown node 'n9'; known are n1, n2, n3, n4, n5, c1, c2, c3, c4, c5"),
                fault("{pause: {target: {nodes: [n9]}}, at: 1s, for: 1s}"));
        assertEquals(
                List.of("4:34 S032 unknown zone 'a'; there is none"),
                fault("{pause: {target: {zone: a}}, at: 1s, for: 1s}"));
        assertEquals(
                List.of("4:34 S033 unknown role 'leadr' (leader)"),
                fault("{pause: {target: {role: leadr}}, at: 1s, for: 1s}"));
        assertEquals(
                List.of("4:45 S034 unknown event 'leader-electd' (leader-elected)"),
                fault("{pause: {}, for: 1s, when: {event: leader-electd}}"));
    }

    @Test
    void aTriggerComparesANumberThatItsEventHas() {
        assertEquals(
                List.of("S014 unknown key 'trem' (term)"),
                codes(fault("{pause: {}, for: 1s, when: {event: leader-elected, trem: '>= 2'}}")));
        assertEquals(
                List.of("S050 '>= two' is no comparison: write a whole number, or a comparison in quotes, as \">= 2\""),
                codes(fault("{pause: {}, for: 1s, when: {event: leader-elected, term: '>= two'}}")));
        assertEquals(
                List.of("S018 one of these keys is missing: event, role, state"),
                codes(fault("{pause: {}, for: 1s, when: {after: 1s}}")));
    }

    @Test
    void aNodeIsNotPartedFromItself() {
        assertEquals(
                List.of("S045 one group with every server in it parts nobody"),
                codes(fault("{partition: {shape: groups, groups: [[n1, n2, n3, n4, n5]]}, at: 1s, for: 1s}")));
        assertEquals(
                List.of("S040 '[n1]' is given twice"),
                codes(fault("{partition: {shape: groups, groups: [[n1], [n1]]}, at: 1s, for: 1s}")));
        assertEquals(
                List.of("S040 'n1' is given twice"),
                codes(fault("{partition: {shape: groups, groups: [[n1, n1]]}, at: 1s, for: 1s}")));
        assertEquals(
                List.of("S045 there is one server, and nobody to part it from"),
                codes(problems("name: x\nsystem: {name: raft-kv, nodes: 1}\nworkload: {name: register}\n"
                        + "faults: [{partition: {}, at: 1s, for: 1s}]")));
    }

    @Test
    void nothingIsPlannedForATimeThatDoesNotCome() {
        assertEquals(
                List.of("S044 2m is not before the end of the run, which is at 1m"),
                codes(fault("{pause: {}, at: 120s, for: 1s}")));
        assertEquals(
                List.of("S044 the first one would come after 2m, but the run ends at 1m"),
                codes(fault("{pause: {}, every: 2m, for: 1s}")));
        assertEquals(
                List.of("S044 30s is after the heal, which is at 20s"),
                codes(problems(LEAST + "heal: {at: 20s}\nfaults: [{pause: {}, at: 30s, for: 1s}]")));
        assertEquals(
                List.of("S044 1m is not before the end of the run, which is at 1m"),
                codes(problems(LEAST + "heal: {at: 60s}")));
    }

    @Test
    void aKeyWithoutAnEffectIsRefused() {
        assertEquals(
                List.of("S043 'for' has no effect: the fault 'kill' happens at once"),
                codes(fault("{kill: {}, at: 1s, for: 1s}")));
        assertEquals(
                List.of("S043 'groups' has an effect only with the shape groups"),
                codes(fault("{partition: {groups: [[n1]]}, at: 1s, for: 1s}")));
        assertEquals(
                List.of("S043 'value' has an effect only with the mode fixed or fixed-percent"),
                codes(fault("{pause: {target: {value: 2}}, at: 1s, for: 1s}")));
        assertEquals(
                List.of("S043 'hot' has an effect only with the distribution hotspot"),
                codes(problems("name: x\nsystem: {name: raft-kv}\nworkload: {name: register, keys: {hot: 2}}")));
        assertEquals(
                List.of("S043 the target 'reporter' needs 'when': only then is there a report"),
                codes(fault("{pause: {target: {reporter: true}}, at: 1s, for: 1s}")));
    }

    @Test
    void keysThatExcludeEachOtherAreRefused() {
        assertEquals(
                List.of("S042 'every' and 'at' exclude each other"),
                codes(fault("{pause: {}, at: 1s, every: 5s, for: 1s}")));
        assertEquals(
                List.of("S042 'think' and 'rate' exclude each other"),
                codes(problems("name: x\nsystem: {name: raft-kv}\nworkload: {name: register, rate: 1/s, think: 1s}")));
        assertEquals(
                List.of("S018 one of these keys is missing: at, every, when"), codes(fault("{pause: {}, for: 1s}")));
    }

    @Test
    void whatIsExpectedToFailIsJudged() {
        assertEquals(
                List.of("S046 unknown expectation 'election-saftey' (election-safety)"),
                codes(problems(LEAST + "expect: election-saftey")));
        assertEquals(
                List.of("S046 unknown expectation 'election-safety'; known are linearizable, no-exception, pass"),
                codes(problems(LEAST + "checks: [linearizable]\nexpect: election-safety")));
        assertEquals(
                Optional.of("availability"),
                good(LEAST + "heal: {at: 50s}\nexpect: availability").expectedFailure());
    }

    @Test
    void aThresholdComparesInTheUnitOfWhatIsMeasured() {
        assertEquals(
                List.of("S047 '500ms' is no bound: write a comparison and a limit in quotes, as \"< 500ms\""),
                codes(problems(LEAST + "thresholds: {op-latency.p99: 500ms}")));
        assertEquals(
                List.of("S047 '5' has no unit: one of ns us ms s m h, as 5ms"),
                codes(problems(LEAST + "thresholds: {unavailable: '< 5'}")));
        assertEquals(
                List.of("S047 unknown measure 'op-latency.p98' (op-latency.p90)"),
                codes(problems(LEAST + "thresholds: {op-latency.p98: '< 5s'}")));
    }

    @Test
    void anUnknownSystemHidesNoOtherErrorAndCausesNone() {
        assertEquals(
                List.of("S030", "S019"),
                problems("""
                        name: x
                        system: {name: zab}
                        duration: 5
                        workload: {name: register, mix: {read: 1}}
                        faults: [{pause: {target: {role: chairman}}, at: 1s, for: 1s}]
                        checks: [whatever]
                        goals: [anything]
                        expect: something
                        """).stream().map(told -> told.split(" ", -1)[1]).toList());
    }

    @Test
    void aNodeThatAFaultAddsHasAName() {
        Scenario scenario = good(LEAST + """
                faults:
                  - add-node: {}
                    at: 1s
                  - add-node: {name: spare}
                    at: 2s
                  - pause: {target: {nodes: [n6, spare]}}
                    at: 3s
                    for: 1s
                """);
        assertEquals(3, scenario.faults().faults().size());
        assertEquals(List.of("S040 there is a node 'n5' already"), codes(fault("{add-node: {name: n5}, at: 1s}")));
    }

    @Test
    void whatIsOddIsToldAndRuns() {
        ScenarioReader.Reading reading = ScenarioReader.read("odd.yaml", LEAST + """
                heal: {at: 58s, core: [n1]}
                faults:
                  - pause: {}
                    every: 1s
                    for: 2s
                """);
        assertNotNull(reading.scenario());
        assertEquals(List.of(), reading.errors());
        assertEquals(
                List.of("W002", "W003", "W001"),
                reading.warnings().stream().map(problem -> problem.code().id()).toList());
    }

    private static List<String> fault(String fault) {
        return problems(LEAST + "faults: [" + fault + "]");
    }

    private static List<String> codes(List<String> problems) {
        return problems.stream()
                .map(problem -> problem.substring(problem.indexOf(' ') + 1))
                .toList();
    }

    private static List<String> problems(String text) {
        return told(ScenarioReader.read("x.yaml", text));
    }

    private static List<String> told(ScenarioReader.Reading reading) {
        return reading.problems().stream().map(ScenarioReaderTest::told).toList();
    }

    private static String told(Problem problem) {
        String place =
                problem.line() + ":" + problem.column() + " " + problem.code().id() + " " + problem.message();
        return problem.suggestion() == null ? place : place + " (" + problem.suggestion() + ")";
    }

    private static Scenario good(String text) {
        ScenarioReader.Reading reading = ScenarioReader.read("x.yaml", text);
        assertEquals(List.of(), told(reading));
        assertNotNull(reading.scenario());
        return reading.scenario();
    }
}
