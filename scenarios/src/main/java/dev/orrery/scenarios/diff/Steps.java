package dev.orrery.scenarios.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells what the lines of a trace are: numbers the messages of each kind on each link, and the rest by node and name. */
final class Steps {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Integer> counts = new TreeMap<>();
    /** What each message is, by its number in the trace. */
    private final Map<Long, String> messages = new TreeMap<>();

    private final List<Step> steps = new ArrayList<>();

    /** The steps of a trace's lines; header and end are passed over. */
    static List<Step> of(List<String> lines) {
        Steps steps = new Steps();
        for (String line : lines) {
            steps.take(JSON.readTree(line));
        }
        return steps.steps;
    }

    private void take(JsonNode line) {
        String kind = line.path("k").asString("");
        String node = line.path("n").asString("");
        switch (kind) {
            case "", "end" -> {}
            case "send" -> {
                String type = line.path("type").asString();
                String link = " to " + line.path("to").asString();
                String name = type + " " + count("send " + node + link + " " + type) + link;
                messages.put(line.path("m").asLong(), name + " of " + node);
                add(line, node, node + " sends " + name, text(line, "body"));
            }
            case "recv" -> add(line, node, numbered(node + " receives " + message(line)), "");
            case "drop" -> add(line, "", numbered(message(line) + " is lost"), text(line, "why"));
            case "dup" -> add(line, "", numbered(message(line) + " is doubled"), "");
            case "timer.set" ->
                add(
                        line,
                        node,
                        numbered(node + " sets timer " + line.path("timer").asString()),
                        text(line, "at"));
            case "timer.fire" ->
                add(
                        line,
                        node,
                        numbered(node + "'s timer fires, " + line.path("timer").asString()),
                        "");
            case "state" -> state(line, node);
            case "note" ->
                add(line, node, numbered(node + " notes " + line.path("event").asString()), text(line, "d"));
            case "fault" -> add(line, "", "fault " + line.path("id").asString() + " begins", text(line, "what"));
            case "heal" -> add(line, "", "fault " + line.path("id").asString() + " ends", "");
            case "violation" -> add(line, "", line.path("prop").asString() + " is violated", text(line, "msg"));
            default -> add(line, node, numbered(node + " " + kind), rest(line));
        }
    }

    private void state(JsonNode line, String node) {
        if (line.has("role")) {
            add(line, node, numbered(node + " plays its part"), text(line, "role"));
        } else {
            String name = line.has("term")
                    ? "term"
                    : line.path("d").propertyNames().iterator().next();
            String value = line.has("term")
                    ? text(line, "term")
                    : line.path("d").path(name).toString();
            add(line, node, numbered(node + "'s " + name + " changes"), value);
        }
    }

    /** What an operation or a crash is about; not its numbers in the trace and in the history. */
    private static String rest(JsonNode line) {
        List<String> parts = new ArrayList<>();
        for (String key : List.of("f", "key", "value", "why", "how")) {
            if (line.has(key)) {
                parts.add(text(line, key));
            }
        }
        return String.join(" ", parts);
    }

    private static String text(JsonNode line, String key) {
        JsonNode value = line.path(key);
        return value.isString() ? value.asString() : value.isMissingNode() ? "" : value.toString();
    }

    private String message(JsonNode line) {
        return messages.getOrDefault(line.path("m").asLong(), "a message of before");
    }

    private String numbered(String what) {
        int count = count(what);
        return count == 1 ? what : what + ", time " + count;
    }

    private int count(String what) {
        return counts.merge(what, 1, Integer::sum);
    }

    private void add(JsonNode line, String node, String identity, String content) {
        steps.add(new Step(identity, node, line.path("t").asLong(), content));
    }
}
