package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.form.ByKind;
import dev.orrery.scenarios.language.form.Definitions;
import dev.orrery.scenarios.language.form.Form;
import dev.orrery.scenarios.language.form.Key;
import dev.orrery.scenarios.language.form.ListForm;
import dev.orrery.scenarios.language.form.Scope;
import dev.orrery.scenarios.language.form.Shape;
import dev.orrery.scenarios.language.form.TextForm;
import dev.orrery.scenarios.language.form.Values;
import dev.orrery.sim.fault.ClockFault;
import dev.orrery.sim.fault.DiskFault;
import dev.orrery.sim.fault.Fault;
import dev.orrery.sim.fault.Heal;
import dev.orrery.sim.fault.MembershipFault;
import dev.orrery.sim.fault.NetworkFault;
import dev.orrery.sim.fault.PlannedFault;
import dev.orrery.sim.fault.ProcessFault;
import dev.orrery.sim.fault.Timing;
import dev.orrery.sim.fault.Timing.At;
import dev.orrery.sim.fault.Timing.Every;
import dev.orrery.sim.fault.Timing.When;
import dev.orrery.sim.fault.Trigger;
import dev.orrery.sim.time.DurationRange;
import dev.orrery.sim.time.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An entry of {@code faults}: one fault by its kind, when it begins, and for how long. */
public final class FaultKeys {

    private static final String AT_ONCE = "at: 1s";
    private static final String FOR_A_WHILE = "at: 1s, for: 1s";

    private static final List<Key<PlannedFault, ? extends Fault>> KINDS = new ArrayList<>();

    static {
        String someone = "{target: {nodes: [n1]}}";
        String another = "{target: {nodes: [n2]}}";
        kind(NetworkFault.Partition.class, PartitionKeys.FORM, FOR_A_WHILE, someone, another, "{shape: halves}");
        kind(NetworkFault.Loss.class, LinkFaultKeys.loss(), FOR_A_WHILE, "{percent: 10%}", "{percent: 40%}");
        kind(NetworkFault.Duplicate.class, LinkFaultKeys.duplicate(), FOR_A_WHILE, "{percent: 10%}", "{percent: 40%}");
        kind(NetworkFault.Reorder.class, LinkFaultKeys.reorder(), FOR_A_WHILE, "{percent: 10%}", "{percent: 40%}");
        kind(NetworkFault.Corrupt.class, LinkFaultKeys.corrupt(), FOR_A_WHILE, "{percent: 10%}", "{percent: 40%}");
        kind(NetworkFault.Delay.class, LinkFaultKeys.delay(), FOR_A_WHILE, "{by: 50ms}", "{by: 1ms..200ms}");
        kind(NetworkFault.Bandwidth.class, LinkFaultKeys.bandwidth(), FOR_A_WHILE, "{rate: 2KiB/s}", "{rate: 64KiB/s}");
        kind(NetworkFault.Clog.class, LinkFaultKeys.clog(), FOR_A_WHILE, "{}", "{strategy: swizzle}");
        kind(ProcessFault.Kill.class, ProcessFaultKeys.kill(), AT_ONCE, someone, "{restart-after: 500ms}");
        kind(ProcessFault.Stop.class, ProcessFaultKeys.stop(), AT_ONCE, someone, another);
        kind(ProcessFault.Pause.class, ProcessFaultKeys.pause(), FOR_A_WHILE, someone, another);
        kind(ProcessFault.Slow.class, ProcessFaultKeys.slow(), FOR_A_WHILE, "{factor: 10}", "{factor: 100}");
        kind(ProcessFault.Rolling.class, ProcessFaultKeys.rolling(), AT_ONCE, "{}", "{down: 200ms}");
        kind(ClockFault.Skew.class, ClockFaultKeys.skew(), FOR_A_WHILE, "{by: 5s}", "{by: -5s}");
        kind(ClockFault.Drift.class, ClockFaultKeys.drift(), FOR_A_WHILE, "{by: 100000ppm}", "{by: -200000ppm}");
        kind(ClockFault.Jump.class, ClockFaultKeys.jump(), AT_ONCE, "{by: 5s}", "{by: -5s}");
        kind(
                ClockFault.Strobe.class,
                ClockFaultKeys.strobe(),
                FOR_A_WHILE,
                "{by: 5s, period: 100ms}",
                "{by: 5s, period: 250ms}");
        kind(DiskFault.Slow.class, DiskFaultKeys.slow(), FOR_A_WHILE, "{factor: 10}", "{factor: 100}");
        kind(DiskFault.Stall.class, DiskFaultKeys.stall(), FOR_A_WHILE, someone, another);
        kind(DiskFault.Full.class, DiskFaultKeys.full(), FOR_A_WHILE, someone, another);
        kind(DiskFault.ReadError.class, DiskFaultKeys.readError(), FOR_A_WHILE, someone, "{percent: 10%}");
        kind(DiskFault.SyncError.class, DiskFaultKeys.syncError(), FOR_A_WHILE, someone, "{percent: 10%}");
        kind(DiskFault.BitRot.class, DiskFaultKeys.bitRot(), AT_ONCE, someone, "{bits: 8}");
        kind(DiskFault.Torn.class, DiskFaultKeys.torn(), FOR_A_WHILE, someone, another);
        kind(DiskFault.Misdirected.class, DiskFaultKeys.misdirected(), FOR_A_WHILE, someone, "{percent: 10%}");
        kind(MembershipFault.AddNode.class, MembershipFaultKeys.add(), AT_ONCE, "{}", "{name: n9}");
        kind(MembershipFault.RemoveNode.class, MembershipFaultKeys.remove(), AT_ONCE, someone, another);
        kind(MembershipFault.ReplaceNode.class, MembershipFaultKeys.replace(), AT_ONCE, someone, another);
        kind(MembershipFault.TransferLeadership.class, MembershipFaultKeys.transfer(), AT_ONCE, someone, another);
    }

    private static final Key<PlannedFault, Long> AT = Key.<PlannedFault, Long>of(
                    "at",
                    Scalars.TIME,
                    planned -> planned.timing() instanceof At at ? at.time() : null,
                    "Once, at this time.")
            .examples("1s", "1500ms")
            .beside("pause: {target: {nodes: [n1]}}, for: 500ms");

    private static final Key<Every, DurationRange> PERIOD = Key.<Every, DurationRange>of(
                    "period",
                    Scalars.RANGE,
                    Every::period,
                    "From one beginning to the next, drawn each time if it is a range.")
            .required()
            .examples("700ms", "500ms..1s");

    private static final Key<Every, Long> FIRST = Key.<Every, Long>of(
                    "first",
                    Scalars.TIME,
                    every -> every.first() == every.period().max() ? null : every.first(),
                    "When it first begins.")
            .otherwise("after one period, the longest if it is a range")
            .examples("200ms", "1s")
            .beside("period: 700ms");

    private static final Key<Every, Long> TIMES = Key.<Every, Long>of(
                    "times",
                    Scalars.number(1, 1_000_000_000),
                    every -> every.times() == Every.WITHOUT_END ? null : every.times(),
                    "At most how often.")
            .otherwise("without end")
            .examples("1", "2")
            .beside("period: 700ms");

    private static final Shape<Every> REPETITION = Shape.<Every>of(
                    "every",
                    "Again and again, until the run ends or heals.",
                    "faults: [{pause: {target: {nodes: [n1]}}, every: {…}, for: 200ms}]")
            .key(PERIOD)
            .key(FIRST)
            .key(TIMES)
            .rule((values, scope) -> Limits.beforeTheEnd(values, scope, FIRST))
            .make(values -> {
                DurationRange period = values.get(PERIOD);
                Long first = values.find(FIRST);
                Long times = values.find(TIMES);
                return new Every(
                        period, first == null ? period.max() : first, times == null ? Every.WITHOUT_END : times);
            });

    private static final Form<Every> PERIOD_ALONE = new TextForm<>(
            Scalars.RANGE.words(),
            ProblemCode.NOT_A_RANGE,
            text -> new Every(Scalars.someRange(text)),
            every -> every.period().toString(),
            Scalars.RANGE.schema(new Definitions()));

    private static final Key<PlannedFault, Every> EVERY = Key.<PlannedFault, Every>of(
                    "every",
                    new ByKind<>(
                            "a duration or a range, as 10s or 5s..15s, or a mapping with the key period",
                            PERIOD_ALONE,
                            REPETITION,
                            every -> every.equals(new Every(every.period())) ? PERIOD_ALONE : REPETITION),
                    planned -> planned.timing() instanceof Every every ? every : null,
                    "Again and again, first after one period.")
            .examples("700ms", "500ms..1s", "{period: 10s, first: 2s, times: 3}")
            .beside("pause: {target: {nodes: [n1]}}, for: 200ms");

    private static final Key<PlannedFault, Trigger> WHEN = Key.<PlannedFault, Trigger>of(
                    "when",
                    TriggerKeys.SHAPE,
                    planned -> planned.timing() instanceof When when ? when.trigger() : null,
                    "When the system reports something.")
            .examples(
                    "{event: leader-elected}",
                    "{event: leader-elected, after: 200ms}",
                    "{event: leader-elected, term: \">= 2\", after: 200ms, times: 3}")
            .beside("pause: {target: {reporter: true}}, for: 500ms");

    private static final Key<PlannedFault, DurationRange> FOR = Key.<PlannedFault, DurationRange>of(
                    "for",
                    Scalars.RANGE,
                    PlannedFault::length,
                    "How long it lasts, drawn each time if it is a range. A fault that happens at once takes none.")
            .otherwise("until the heal, or the end of the run")
            .examples("300ms", "500ms..1s")
            .beside("pause: {target: {nodes: [n1]}}, at: 1s");

    /** One entry. */
    static final Shape<PlannedFault> SHAPE = shape();

    /** The value of {@code faults}. */
    static final Form<List<PlannedFault>> LIST = new ListForm<>("a list of faults, each with a time", SHAPE, 1, false);

    private FaultKeys() {}

    /** The faults in the order of the table: each key's name is the fault's kind, its description says what it does. */
    public static List<Key<PlannedFault, ? extends Fault>> kinds() {
        return List.copyOf(KINDS);
    }

    private static <F extends Fault> void kind(Class<F> type, Shape<F> shape, String timing, String... examples) {
        KINDS.add(Key.<PlannedFault, F>of(
                        shape.name(),
                        shape,
                        planned -> type.isInstance(planned.fault()) ? type.cast(planned.fault()) : null,
                        shape.description())
                .examples(examples)
                .beside(timing));
    }

    private static Shape<PlannedFault> shape() {
        Shape<PlannedFault> shape =
                Shape.of("fault", "One fault, named by its key, when it begins, and for how long.", "faults: [{…}]");
        KINDS.forEach(shape::key);
        return shape.key(AT)
                .key(EVERY)
                .key(WHEN)
                .key(FOR)
                .exactlyOne(KINDS)
                .exactlyOne(List.of(AT, EVERY, WHEN))
                .strangeKey(ProblemCode.UNKNOWN_FAULT, "fault")
                .rule((values, scope) -> Limits.beforeTheEnd(values, scope, AT))
                .rule(FaultKeys::beginsInTime)
                .rule(FaultKeys::lengthHasAnEffect)
                .rule(FaultKeys::reporterReports)
                .rule(FaultKeys::letsGoInBetween)
                .make(values -> new PlannedFault(fault(values).orElseThrow(), timing(values), values.find(FOR)));
    }

    private static Optional<Fault> fault(Values values) {
        return KINDS.stream()
                .<Fault>map(values::find)
                .filter(found -> found != null)
                .findFirst();
    }

    private static Timing timing(Values values) {
        Long at = values.find(AT);
        Every every = values.find(EVERY);
        if (at != null) {
            return new At(at);
        }
        return every != null ? every : new When(values.get(WHEN));
    }

    private static void beginsInTime(Values values, Scope scope) {
        Heal heal = scope.known(Facts.HEAL).orElse(null);
        Long at = values.find(AT);
        if (heal != null
                && at != null
                && at > heal.at()
                && at < scope.known(Facts.END).orElse(Long.MAX_VALUE)) {
            scope.problem(
                    ProblemCode.TOO_LATE,
                    values.at(AT),
                    Durations.format(at) + " is after the heal, which is at " + Durations.format(heal.at()));
        }
        Every every = values.find(EVERY);
        long end = heal == null ? scope.known(Facts.END).orElse(Long.MAX_VALUE) : heal.at();
        if (every != null && every.first() == every.period().max() && every.first() >= end) {
            scope.problem(
                    ProblemCode.TOO_LATE,
                    values.at(EVERY),
                    "the first one would come after " + Durations.format(every.first()) + ", but "
                            + (heal == null ? "the run ends" : "the faults end") + " at " + Durations.format(end));
        }
    }

    private static void lengthHasAnEffect(Values values, Scope scope) {
        fault(values)
                .filter(fault -> !fault.lasts() && values.has(FOR))
                .ifPresent(fault -> scope.problem(
                        ProblemCode.NEEDS_ANOTHER_KEY,
                        values.keyAt(FOR),
                        "'for' has no effect: the fault '" + fault.kind() + "' happens at once"));
    }

    private static void reporterReports(Values values, Scope scope) {
        fault(values)
                .filter(fault -> fault.target().reporter() && !values.has(WHEN))
                .ifPresent(fault -> scope.problem(
                        ProblemCode.NEEDS_ANOTHER_KEY,
                        values.mapping(),
                        "the target 'reporter' needs 'when': only then is there a report"));
    }

    private static void letsGoInBetween(Values values, Scope scope) {
        Every every = values.find(EVERY);
        DurationRange length = values.find(FOR);
        if (every != null
                && every.times() > 1
                && length != null
                && length.max() >= every.period().min()) {
            scope.problem(
                    ProblemCode.OVERLAPS_ITSELF,
                    values.at(FOR),
                    "it may still be there when it strikes again, after "
                            + Durations.format(every.period().min()));
        }
    }

    /** Whether a fault that would last has no end of its own. */
    static boolean isEndless(PlannedFault planned) {
        return planned.fault().lasts() && planned.length() == null;
    }
}
