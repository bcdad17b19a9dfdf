package dev.orrery.scenarios.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/** Lets the two sides of a contest run in turns and compares the processor time that they take. */
final class Referee {
    /** A whole simulation of Raft takes the compiler more than a second; what is measured before is not the program. */
    private static final int WARM_UP_ROUNDS = 20;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final int rounds;
    private final long roundNanos;

    /**
     * @param rounds how many pairs count, at least 1
     * @param roundNanos about how long one side runs in a round
     */
    Referee(int rounds, long roundNanos) {
        this.rounds = rounds;
        this.roundNanos = roundNanos;
    }

    Measurement measure(Contest contest) {
        Workpiece subject = contest.subject().get();
        Workpiece baseline = contest.baseline().get();
        long subjectPiece = warmUp(subject, contest.scale().firstPiece());
        long baselinePiece = warmUp(baseline, contest.scale().firstPiece());
        double[] subjectRates = new double[rounds];
        double[] baselineRates = new double[rounds];
        double[] ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            baselineRates[round] = rate(baseline, baselinePiece);
            subjectRates[round] = rate(subject, subjectPiece);
            ratios[round] = baselineRates[round] / subjectRates[round];
        }
        return new Measurement(
                contest.name(),
                contest.scale().figure(median(subjectRates)),
                contest.scale().unit(),
                contest.scale().figure(median(baselineRates)),
                median(ratios));
    }

    /** Runs until the compiler has had its time; tells how many events fill a round from then on. */
    private long warmUp(Workpiece workpiece, long firstPiece) {
        long piece = firstPiece;
        long spent = 0;
        while (spent < WARM_UP_ROUNDS * roundNanos) {
            long begun = threads.getCurrentThreadCpuTime();
            workpiece.run(piece);
            long took = threads.getCurrentThreadCpuTime() - begun;
            spent += took;
            if (took < roundNanos / 2) {
                piece *= 2;
            }
        }
        return piece;
    }

    /** Events a second of this thread's processor time. */
    private double rate(Workpiece workpiece, long piece) {
        long begun = threads.getCurrentThreadCpuTime();
        long done = workpiece.run(piece);
        long took = threads.getCurrentThreadCpuTime() - begun;
        return done * 1e9 / Math.max(1, took);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
