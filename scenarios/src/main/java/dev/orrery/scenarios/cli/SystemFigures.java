package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.result.LatencyFigures;
import dev.orrery.scenarios.result.OperationCounts;
import dev.orrery.scenarios.result.RunResult;
import dev.orrery.scenarios.result.Verdict;
import dev.orrery.scenarios.run.FinishedRun;
import dev.orrery.sim.check.Unavailability;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one run says about its system, to be held against another system's run.
 *
 * @param system its name
 * @param verdict how the run came out
 * @param operations how they ended
 * @param unavailable the longest stretch in which clients waited and nobody was answered, in virtual nanoseconds
 * @param latency of all answered operations; null if there are none
 * @param messages how many were sent, those from and to clients not counted
 */
record SystemFigures(
        String system,
        Verdict verdict,
        OperationCounts operations,
        long unavailable,
        @Nullable LatencyFigures latency,
        long messages) {

    /** Those of a run. */
    static SystemFigures of(FinishedRun run) {
        RunResult result = run.result();
        return new SystemFigures(
                result.system().name(),
                result.judgement().verdict(),
                result.operations(),
                Unavailability.longest(run.history(), 0, result.extent().virtualNanos()),
                result.latency().stream()
                        .filter(each -> each.f().equals("all"))
                        .findFirst()
                        .orElse(null),
                result.messages().stream()
                        .filter(kind -> !kind.type().startsWith("Client"))
                        .mapToLong(RunResult.MessageCounts::sent)
                        .sum());
    }

    /** Messages among servers for each answered operation, heartbeats and elections included, such as {@code 8.35}. */
    String messagesPerCommit() {
        return operations.ok() == 0 ? "-" : String.format(Locale.ROOT, "%.2f", (double) messages / operations.ok());
    }
}
