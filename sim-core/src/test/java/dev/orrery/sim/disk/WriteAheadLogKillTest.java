package dev.orrery.sim.disk;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.random.Probability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Logs that are killed again and again, at any moment: what was acknowledged is there, and nothing is invented. */
class WriteAheadLogKillTest {
    private static final int SEEDS = 4_000;

    @Test
    void everySyncedRecordSurvivesEveryKill() {
        int lost = 0;
        int torn = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Campaign campaign = new Campaign(seed, false);
            campaign.run();
            lost += campaign.lost;
            torn += campaign.torn;
        }
        assertTrue(lost > SEEDS / 2 && torn > SEEDS / 2, "lost " + lost + ", torn " + torn);
    }

    @Test
    void everySyncedRecordSurvivesOnADiskThatFailsToWriteAndToSync() {
        int failed = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Campaign campaign = new Campaign(seed, true);
            campaign.run();
            failed += campaign.failed;
        }
        assertTrue(failed > SEEDS, "failed syncs: " + failed);
    }

    @Test
    void rotAndMisdirectedWritesNeverMakeAWrongRecord() {
        int damaged = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Dice dice = new Dice(seed);
            LoneDisk lone = new LoneDisk(seed);
            WriteAheadLog log = OpenLog.on(lone, "log").log();
            WriteAheadLog other = OpenLog.on(lone, "other").log();
            lone.faults().misdirect(dice.oneIn(2) ? Probability.percent(20) : Probability.NEVER);
            List<byte[]> records = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                records.add(dice.bytes(dice.below(40)));
                log.append(records.get(i));
                other.append(dice.bytes(dice.below(40)));
                if (dice.oneIn(3)) {
                    log.sync(LoneDisk::requireNone);
                    other.sync(LoneDisk::requireNone);
                    lone.run();
                }
            }
            lone.faults().bitRot(1 + dice.below(3), null);
            lone.kill(CrashPolicy.LOSE_UNSYNCED);
            Recovery recovery = OpenLog.on(lone, "log");
            assertTrue(startsWith(records, recovery.records()), "seed " + seed + ": a wrong record");
            damaged += recovery.damage() == null ? 0 : 1;
        }
        assertTrue(damaged > SEEDS / 4, "damage was reported " + damaged + " times");
    }

    private static boolean startsWith(List<byte[]> all, List<byte[]> start) {
        if (start.size() > all.size()) {
            return false;
        }
        for (int i = 0; i < start.size(); i++) {
            if (!Arrays.equals(all.get(i), start.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** One log over several lives. What it may hold is a list of generations: each rewriting begins another. */
    private static final class Campaign {
        private final String seed;
        private final Dice dice;
        private final LoneDisk lone;
        private final boolean faulty;
        private List<Generation> generations = new ArrayList<>();
        private int lost;
        private int torn;
        private int failed;

        /** What the log was told since it was opened or rewritten. */
        private static final class Generation {
            final List<byte[]> records;
            /** How many of the first records stand or fall together: those of the rewriting. */
            final int together;
            /** How many are acknowledged; -1 when not even the rewriting is. */
            int acknowledged;

            Generation(List<byte[]> records, int acknowledged) {
                this.records = new ArrayList<>(records);
                this.together = records.size();
                this.acknowledged = acknowledged;
            }
        }

        Campaign(int seed, boolean faulty) {
            this.seed = "seed " + seed;
            this.dice = new Dice(seed);
            this.lone = new LoneDisk(seed);
            this.faulty = faulty;
        }

        void run() {
            generations.add(new Generation(List.of(), 0));
            for (int life = 0; life < 4; life++) {
                WriteAheadLog log = open();
                int steps = dice.below(40);
                for (int step = 0; step < steps; step++) {
                    act(log);
                    for (int events = dice.below(4); events > 0; events--) {
                        lone.step();
                    }
                }
                CrashReport report = lone.kill(dice.oneIn(5) ? CrashPolicy.KEEP : CrashPolicy.LOSE_UNSYNCED);
                lost += report.lost();
                torn += report.torn();
            }
            open();
        }

        private void act(WriteAheadLog log) {
            Generation generation = generations.get(generations.size() - 1);
            switch (dice.below(faulty ? 9 : 7)) {
                case 0, 1, 2, 3 -> {
                    generation.records.add(dice.bytes(dice.below(60)));
                    log.append(generation.records.get(generation.records.size() - 1));
                }
                case 4, 5 -> {
                    int size = generation.records.size();
                    log.sync(error -> acknowledge(generation, size, error));
                }
                case 6 -> {
                    if (dice.oneIn(4)) {
                        Generation next = new Generation(
                                generation.records.subList(generation.records.size() / 2, generation.records.size()),
                                -1);
                        generations.add(next);
                        log.rewrite(next.records, error -> acknowledge(next, next.together, error));
                    }
                }
                case 7 -> lone.faults().full(dice.oneIn(3));
                default -> lone.faults().syncErrors(dice.oneIn(2) ? Probability.percent(40) : Probability.NEVER);
            }
        }

        private void acknowledge(Generation generation, int size, @Nullable DiskError error) {
            if (error == null) {
                generation.acknowledged = Math.max(generation.acknowledged, size);
            } else if (faulty) {
                failed++;
            } else {
                throw new AssertionError(seed + ": " + error);
            }
        }

        private WriteAheadLog open() {
            Recovery recovery = null;
            while (recovery == null) {
                recovery = OpenLog.tryOn(lone, "log");
            }
            assertNull(recovery.damage(), seed);
            assertTrue(
                    isAllowed(recovery.records()),
                    seed + ": recovered " + recovery.records().size());
            generations = new ArrayList<>(List.of(
                    new Generation(recovery.records(), recovery.records().size())));
            return recovery.log();
        }

        /** It is one of the generations since the last acknowledged one, whole as far as that was acknowledged. */
        private boolean isAllowed(List<byte[]> recovered) {
            for (int i = generations.size() - 1; i >= 0; i--) {
                Generation generation = generations.get(i);
                if (recovered.size() >= Math.max(generation.together, generation.acknowledged)
                        && startsWith(generation.records, recovered)) {
                    return true;
                }
                if (generation.acknowledged >= 0) {
                    return false;
                }
            }
            return false;
        }
    }
}
