package dev.orrery.scenarios.history;

import dev.orrery.sim.history.History;
import dev.orrery.sim.history.HistoryText;
import dev.orrery.sim.history.Keyword;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.history.Operation.Outcome;
import dev.orrery.sim.history.UnreadableHistoryException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Transactions of reads and writes as PolySI, Plume and IsoVista have them: a line a read or write, with key, value, session
 * and transaction, all of them whole numbers. The value 0 is what is there before any write; each other one is written to a
 * key once. There are committed transactions only, and no times: a session's transactions follow each other, and nothing is
 * known of the order between sessions.
 *
 * <pre>
 * w(1,7,0,0)
 * r(1,7,1,1)
 * r(2,0,1,1)
 * </pre>
 */
final class PolysiText {
    private static final Pattern LINE =
            Pattern.compile("\\s*([rw])\\(\\s*(\\d+)\\s*,\\s*(-?\\d+)\\s*,\\s*(\\d+)\\s*,\\s*(\\d+)\\s*\\)\\s*");
    private static final Keyword READ = new Keyword("r");
    private static final Keyword WRITE = new Keyword("w");
    private static final String TRANSACTION = "txn";

    private PolysiText() {}

    /** A read or write of a key. */
    private record Part(
            boolean write, @Nullable Object key, @Nullable Object value) {
        List<@Nullable Object> words(@Nullable Object shown) {
            return Collections.unmodifiableList(Arrays.asList(write ? WRITE : READ, key, shown));
        }
    }

    private record Transaction(int session, List<Part> parts) {}

    static boolean recognises(String text) {
        return text.lines().filter(line -> !line.isBlank()).findFirst().stream()
                .anyMatch(line -> LINE.matcher(line).matches());
    }

    static History read(String text) throws UnreadableHistoryException {
        Map<List<Long>, Transaction> transactions = new LinkedHashMap<>();
        TextLines.forEach(new HistoryText(text), (line, place, source) -> {
            Matcher part = LINE.matcher(line);
            if (!part.matches()) {
                throw source.error(place, "a line is r(key,value,session,txn) or w(key,value,session,txn)");
            }
            add(part, place, source, transactions);
        });
        History history = new History();
        for (Transaction transaction : transactions.values()) {
            List<List<@Nullable Object>> asked = new ArrayList<>();
            List<List<@Nullable Object>> answered = new ArrayList<>();
            for (Part part : transaction.parts()) {
                asked.add(part.words(part.write() ? part.value() : null));
                answered.add(part.words(part.value()));
            }
            int index = history.invoke(transaction.session(), TRANSACTION, null, asked, 0, 0);
            history.ok(index, answered, 0);
        }
        return history;
    }

    private static void add(Matcher line, int place, HistoryText source, Map<List<Long>, Transaction> transactions)
            throws UnreadableHistoryException {
        boolean write = line.group(1).equals("w");
        try {
            long value = Long.parseLong(line.group(3));
            if (write && value == 0) {
                throw source.error(place, "0 is the value before any write, nobody writes it");
            }
            int session = Integer.parseInt(line.group(4));
            List<Long> name = List.of((long) session, Long.parseLong(line.group(5)));
            transactions
                    .computeIfAbsent(name, unused -> new Transaction(session, new ArrayList<>()))
                    .parts()
                    .add(new Part(write, Long.valueOf(line.group(2)), value == 0 ? null : value));
        } catch (NumberFormatException tooLarge) {
            throw source.error(place, "a number is too large");
        }
    }

    static void write(History history, Appendable out) throws IOException, UnwritableHistoryException {
        Map<Operation, List<Part>> transactions = new LinkedHashMap<>();
        for (Operation operation : history.operations()) {
            transactions.put(operation, parts(operation));
        }
        keepWhatCounts(transactions);
        requireUniqueWrites(transactions);
        Set<Object> keys = new LinkedHashSet<>();
        Set<Object> values = new LinkedHashSet<>();
        transactions
                .values()
                .forEach(parts -> parts.forEach(part -> {
                    keys.add(Objects.requireNonNullElse(part.key(), 0L));
                    if (part.value() != null) {
                        values.add(part.value());
                    }
                }));
        Numbering keyNumbers = Numbering.of(keys, 0);
        Numbering valueNumbers = Numbering.of(values, 1);
        for (Map.Entry<Operation, List<Part>> transaction : transactions.entrySet()) {
            for (Part part : transaction.getValue()) {
                out.append(part.write() ? "w(" : "r(")
                        .append(Long.toString(keyNumbers.of(Objects.requireNonNullElse(part.key(), 0L))))
                        .append(',')
                        .append(part.value() == null ? "0" : Long.toString(valueNumbers.of(part.value())))
                        .append(',')
                        .append(Integer.toString(transaction.getKey().process()))
                        .append(',')
                        .append(Integer.toString(transaction.getKey().index()))
                        .append(")\n");
            }
        }
    }

    private static List<Part> parts(Operation operation) throws UnwritableHistoryException {
        boolean answered = operation.outcome() == Outcome.OK;
        return switch (operation.f()) {
            case "read" -> List.of(new Part(false, operation.key(), operation.output()));
            case "write" -> List.of(new Part(true, operation.key(), operation.input()));
            case TRANSACTION -> partsOfTransaction(operation, answered ? operation.output() : operation.input());
            default -> throw unwritable(operation, "a " + operation.f());
        };
    }

    private static List<Part> partsOfTransaction(Operation operation, @Nullable Object words)
            throws UnwritableHistoryException {
        List<Part> parts = new ArrayList<>();
        for (Object part : words instanceof List<?> list ? list : List.of()) {
            parts.add(part(operation, part));
        }
        return parts;
    }

    private static Part part(Operation operation, @Nullable Object part) throws UnwritableHistoryException {
        if (part instanceof List<?> words && words.size() == 3) {
            if (READ.equals(words.get(0)) && !(words.get(2) instanceof List)) {
                return new Part(false, words.get(1), words.get(2));
            }
            if (WRITE.equals(words.get(0)) && words.get(2) != null) {
                return new Part(true, words.get(1), words.get(2));
            }
        }
        throw unwritable(operation, String.valueOf(part));
    }

    private static UnwritableHistoryException unwritable(Operation operation, String what) {
        return new UnwritableHistoryException("polysi-text has reads and writes of registers only, not " + what
                + ", as in operation " + operation.index());
    }

    /** Leaves out what failed, and what may have failed and was seen by nobody; of what is unknown only its writes stay. */
    private static void keepWhatCounts(Map<Operation, List<Part>> transactions) {
        Set<List<@Nullable Object>> seen = new LinkedHashSet<>();
        transactions.forEach((operation, parts) -> {
            if (operation.outcome() == Outcome.OK) {
                parts.stream().filter(part -> !part.write()).forEach(part -> seen.add(versionOf(part)));
            }
        });
        transactions.entrySet().removeIf(transaction -> switch (transaction
                .getKey()
                .outcome()) {
            case OK -> false;
            case FAIL -> true;
            case INFO, OPEN ->
                transaction.getValue().stream().noneMatch(part -> part.write() && seen.contains(versionOf(part)));
        });
        transactions.replaceAll((operation, parts) -> operation.outcome() == Outcome.OK
                ? parts
                : parts.stream().filter(Part::write).toList());
    }

    private static void requireUniqueWrites(Map<Operation, List<Part>> transactions) throws UnwritableHistoryException {
        Set<List<@Nullable Object>> written = new LinkedHashSet<>();
        for (List<Part> parts : transactions.values()) {
            for (Part part : parts) {
                if (part.write() && !written.add(versionOf(part))) {
                    throw new UnwritableHistoryException("polysi-text has each value of a key written once, but "
                            + part.value() + " is written to " + part.key() + " twice");
                }
            }
        }
    }

    private static List<@Nullable Object> versionOf(Part part) {
        return Arrays.asList(part.key(), part.value());
    }
}
