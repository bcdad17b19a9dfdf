package dev.orrery.sim.check.session;

import dev.orrery.sim.check.transaction.dependency.Cycle;
import dev.orrery.sim.check.transaction.dependency.CycleSearch;
import dev.orrery.sim.check.transaction.dependency.Dependency;
import dev.orrery.sim.check.transaction.dependency.DependencyGraph;
import dev.orrery.sim.check.transaction.log.MicroOperation.Kind;
import dev.orrery.sim.check.transaction.log.TransactionLog;
import dev.orrery.sim.check.transaction.log.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * In which order a guarantee puts the versions of each key: if it contradicts itself, or what is known of the order, the
 * guarantee is broken.
 *
 * <p>One pass over what each session did to each key: its last read and its last write there, and what it does next. That
 * a session's reads go forward counts as known for the other guarantees, unless monotonic reads are broken themselves.
 */
final class SessionOrders {
    private static final int NOTHING = -1;

    private final Versions versions;
    private final TransactionLog log;
    private final List<Reason> reasons = new ArrayList<>();
    private DependencyGraph.Builder graph;

    /** Why one version comes before another one: two micro-operations of a session, or what an operation shows. */
    private record Reason(int first, int second, @Nullable Integer shown) {}

    /** What is broken: words, and operations with the one to blame first. */
    record Violation(String message, List<Integer> operations) {}

    /** What a session did last to a key. */
    private static final class Last {
        int read = NOTHING;
        int write = NOTHING;
    }

    SessionOrders(Versions versions) {
        this.versions = versions;
        this.log = versions.log();
        this.graph = new DependencyGraph.Builder(versions.count());
    }

    /** How a guarantee is broken, if it is. */
    Optional<Violation> violation(SessionGuarantee guarantee) {
        Optional<Violation> reads = broken(List.of(SessionGuarantee.MONOTONIC_READS));
        if (guarantee == SessionGuarantee.MONOTONIC_READS) {
            return reads;
        }
        return broken(reads.isPresent() ? List.of(guarantee) : List.of(SessionGuarantee.MONOTONIC_READS, guarantee));
    }

    private Optional<Violation> broken(List<SessionGuarantee> guarantees) {
        graph = new DependencyGraph.Builder(versions.count());
        reasons.clear();
        versions.order((earlier, later, why) -> edge(earlier, later, new Reason(NOTHING, NOTHING, why)));
        Map<Integer, Map<Integer, Last>> sessions = new TreeMap<>();
        for (int micro = 0; micro < log.micros(); micro++) {
            if (versions.of(micro) != Versions.NONE) {
                int process = log.operation(log.transactionOf(micro)).process();
                Last last = sessions.computeIfAbsent(process, first -> new TreeMap<>())
                        .computeIfAbsent(log.keyOf(micro), first -> new Last());
                for (SessionGuarantee guarantee : guarantees) {
                    follow(guarantee, last, micro);
                }
                if (log.kind(micro) == Kind.READ) {
                    last.read = micro;
                } else {
                    last.write = micro;
                }
            }
        }
        return CycleSearch.cycles(graph.build()).stream().findFirst().map(this::violation);
    }

    private void follow(SessionGuarantee guarantee, Last last, int micro) {
        boolean read = log.kind(micro) == Kind.READ;
        int before = switch (guarantee) {
            case READ_YOUR_WRITES -> read ? last.write : NOTHING;
            case MONOTONIC_READS -> read ? last.read : NOTHING;
            case MONOTONIC_WRITES -> read ? NOTHING : last.write;
            case WRITES_FOLLOW_READS -> read ? NOTHING : last.read;
            case CAUSAL -> NOTHING;
        };
        if (before != NOTHING) {
            edge(versions.of(before), versions.of(micro), new Reason(before, micro, null));
        }
    }

    private void edge(int earlier, int later, Reason reason) {
        if (earlier != later) {
            graph.edge(earlier, later, Dependency.WW, reasons.size());
            reasons.add(reason);
        }
    }

    private Violation violation(Cycle cycle) {
        List<String> words = new ArrayList<>();
        List<Integer> operations = new ArrayList<>();
        for (Cycle.Step step : cycle.steps()) {
            Reason reason = reasons.get(step.evidence());
            if (reason.first() != NOTHING) {
                words.add(inWords(reason));
                operations.add(0, log.transactionOf(reason.first()));
                operations.add(0, log.transactionOf(reason.second()));
            }
        }
        for (Cycle.Step step : cycle.steps()) {
            Reason reason = reasons.get(step.evidence());
            if (reason.first() == NOTHING) {
                words.add(name(step.from()) + " is older than " + name(step.to()) + shown(reason));
            }
        }
        int some = versions.writeOf(cycle.steps().get(0).to());
        int key = some == Versions.NONE ? cycle.steps().get(0).to() : log.keyOf(some);
        return new Violation(
                "key " + log.key(key) + ": " + String.join("; but ", words),
                operations.stream().distinct().collect(Collectors.toList()));
    }

    private String shown(Reason reason) {
        Integer operation = reason.shown();
        return operation == null
                ? ", which nobody wrote"
                : ", as " + log.who(operation) + " shows: " + log.inWords(operation);
    }

    private String inWords(Reason reason) {
        int session = log.transactionOf(reason.first());
        return log.operation(session).client() + " " + did(reason.first()) + " and then " + did(reason.second());
    }

    private String did(int micro) {
        String verb = log.kind(micro) == Kind.READ ? "read " : versions.verb() + " ";
        String past = verb.equals("write ") ? "wrote " : verb.equals("append ") ? "appended " : verb;
        return past + Words.of(log.value(micro)) + " (operation " + log.transactionOf(micro) + ")";
    }

    private String name(int version) {
        int write = versions.writeOf(version);
        return write == Versions.NONE ? "nil" : Words.of(log.value(write));
    }
}
