package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.explore.Extent;
import dev.orrery.sim.explore.Bounds;
import dev.orrery.sim.explore.Search.Order;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of an exhaustive search: how far it goes, and in which order. */
final class ExhaustiveOptions {
    /** Which states are gone on from first. */
    enum SearchOrder {
        BREADTH,
        DEPTH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--search",
            paramLabel = "FIRST",
            description = "With exhaustive: ${COMPLETION-CANDIDATES}. breadth finds a shortest way to a violation, the"
                    + " default; depth keeps fewer states in full.")
    private @Nullable SearchOrder order;

    @Option(
            names = "--crashes",
            paramLabel = "N",
            description = "With exhaustive: how many crashes of servers a way has at most. By default 1.")
    private @Nullable Integer crashes;

    @Option(
            names = "--timers",
            paramLabel = "N",
            description = "With exhaustive: how often each server's timers fire. By default 1; a client's never do.")
    private @Nullable Integer timers;

    @Option(
            names = "--drops",
            paramLabel = "N",
            description = "With exhaustive: how many messages are lost. By default 0, since any may be late for ever.")
    private @Nullable Integer drops;

    @Option(
            names = "--duplicates",
            paramLabel = "N",
            description = "With exhaustive: how many messages come once more. By default 0.")
    private @Nullable Integer duplicates;

    @Option(
            names = "--clients",
            paramLabel = "N",
            description = "With exhaustive: how many of the scenario's clients ask. By default 2.")
    private @Nullable Integer clients;

    @Option(
            names = "--operations",
            paramLabel = "N",
            description = "With exhaustive: how many operations each client asks for. By default 1.")
    private @Nullable Integer operations;

    @Option(
            names = "--bound",
            paramLabel = "STATE=N",
            description = "With exhaustive: the highest value of a number that servers report, such as term=2; steps"
                    + " beyond are not taken. May be given several times.")
    private Map<String, Long> highest = new LinkedHashMap<>();

    @Option(
            names = "--states",
            paramLabel = "N",
            description =
                    "With exhaustive: how many states are kept at most, some 30 bytes each and more for those not yet"
                            + " gone on from. By default 10000000.")
    private @Nullable Integer states;

    @Option(
            names = "--no-symmetry",
            description = "With exhaustive: look at all states, also where the system says that nodes are alike.")
    private boolean withoutSymmetry;

    /**
     * The bounds that were asked for.
     *
     * @param depth how many steps a way has; null for any number
     */
    Bounds bounds(@Nullable Integer depth) {
        try {
            return new Bounds(
                    depth == null ? Integer.MAX_VALUE : depth,
                    or(crashes, 1),
                    or(drops, 0),
                    or(duplicates, 0),
                    or(timers, 1),
                    highest,
                    or(states, Bounds.DEFAULT.most()));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    Extent extent() {
        try {
            return new Extent(or(clients, Extent.DEFAULT.clients()), or(operations, Extent.DEFAULT.operations()));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    Order order() {
        return order == SearchOrder.DEPTH ? Order.DEPTH_FIRST : Order.BREADTH_FIRST;
    }

    boolean withoutSymmetry() {
        return withoutSymmetry;
    }

    private static int or(@Nullable Integer chosen, int otherwise) {
        return chosen == null ? otherwise : chosen;
    }

    /** The options that were given, to give them again. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        add(words, "--search", order);
        add(words, "--crashes", crashes);
        add(words, "--timers", timers);
        add(words, "--drops", drops);
        add(words, "--duplicates", duplicates);
        add(words, "--clients", clients);
        add(words, "--operations", operations);
        highest.forEach((name, value) -> add(words, "--bound", name + "=" + value));
        add(words, "--states", states);
        if (withoutSymmetry) {
            words.add("--no-symmetry");
        }
        return words;
    }

    private static void add(List<String> words, String option, @Nullable Object value) {
        if (value != null) {
            words.add(option);
            words.add(value.toString());
        }
    }

    /** With another scheduler none of them has a meaning. */
    void requireUnused(String scheduler) {
        List<String> words = words();
        if (!words.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), words.get(0) + " has no meaning with --scheduler " + scheduler);
        }
    }
}
