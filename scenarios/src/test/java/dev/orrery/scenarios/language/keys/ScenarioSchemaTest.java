package dev.orrery.scenarios.language.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.orrery.scenarios.language.JsonText;
import dev.orrery.scenarios.language.YamlNode;
import dev.orrery.scenarios.language.YamlReader;
import dev.orrery.scenarios.library.Library;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the schema says of a file is what the validator says, as far as a schema can know it. */
final class ScenarioSchemaTest {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(ScenarioSchema.text(), InputFormat.JSON);

    private static final String LEAST = """
            name: least
            system: {name: raft-kv}
            workload: {name: register}
            """;

    /** Wrong in ways that need no knowledge of the scenario's own names and times. */
    private static final List<String> WRONG = List.of(
            "name: least\nsystem: {name: raft-kv}\n",
            "nam: least\nsystem: {name: raft-kv}\nworkload: {name: register}\n",
            "name: Bad Name\nsystem: {name: raft-kv}\nworkload: {name: register}\n",
            "name: least\nsystem: {name: zab}\nworkload: {name: register}\n",
            "name: least\nsystem: {name: raft-kv, nodes: 0}\nworkload: {name: register}\n",
            "name: least\nsystem: {name: raft-kv, nodes: 10001}\nworkload: {name: register}\n",
            "name: least\nsystem: {name: raft-kv, nodes: []}\nworkload: {name: register}\n",
            "name: least\nsystem: {name: raft-kv, options: {heartbeats: 1s}}\nworkload: {name: register}\n",
            "name: least\nsystem: {name: raft-kv, options: {heartbeat: 1}}\nworkload: {name: register}\n",
            "name: least\nsystem: {name: raft-kv}\nworkload: {name: register, rate: 200}\n",
            "name: least\nsystem: {name: raft-kv}\nworkload: {name: register, rate: 1/s, think: 1s}\n",
            "name: least\nsystem: {name: raft-kv}\nworkload: {name: register, clients: many}\n",
            "name: least\nsystem: {name: raft-kv}\nworkload: {name: register, mix: {read: -1}}\n",
            "name: least\nsystem: {name: raft-kv}\nworkload: {name: register, keys: {distribution: gauss}}\n",
            "name: least\nsystem: raft-kv\nworkload: {name: register}\n",
            LEAST + "seed: -1\n",
            LEAST + "seed: 18446744073709551616\n",
            LEAST + "duration: 5\n",
            LEAST + "duration: 0s\n",
            LEAST + "duration: -5s\n",
            LEAST + "network: {loss: 0.5}\n",
            LEAST + "network: {loss: 101%}\n",
            LEAST + "network: {latency: {distribution: lognormal, median: 1ms}}\n",
            LEAST + "network: {latency: {distribution: gauss, mean: 1ms}}\n",
            LEAST + "network: {latency: {distribution: exponential, mean: 1ms, p99: 2ms}}\n",
            LEAST + "network: {latency: 1ms...5ms}\n",
            LEAST + "clock: {drift: 200}\n",
            LEAST + "disk: {capacity: 1000}\n",
            LEAST + "faults: []\n",
            LEAST + "faults: {pause: {}}\n",
            LEAST + "faults: [{pause: {}, for: 1s}]\n",
            LEAST + "faults: [{at: 1s}]\n",
            LEAST + "faults: [{pause: {}, stop: {}, at: 1s}]\n",
            LEAST + "faults: [{pause: {}, at: 1s, every: 2s, for: 1s}]\n",
            LEAST + "faults: [{paus: {}, at: 1s}]\n",
            LEAST + "faults: [{partition: {shape: triangle}, at: 1s, for: 1s}]\n",
            LEAST + "faults: [{pause: {target: {role: leader, zone: a}}, at: 1s, for: 1s}]\n",
            LEAST + "faults: [{pause: {target: {nodes: [n1, n1]}}, at: 1s, for: 1s}]\n",
            LEAST + "faults: [{loss: {}, at: 1s, for: 1s}]\n",
            LEAST + "faults: [{slow: {factor: 1}, at: 1s, for: 1s}]\n",
            LEAST + "faults: [{clock-skew: {by: 0s}, at: 1s, for: 1s}]\n",
            LEAST + "faults: [{clock-drift: {by: 0ppm}, at: 1s, for: 1s}]\n",
            LEAST + "faults: [{pause: {}, when: {after: 1s}, for: 1s}]\n",
            LEAST + "faults: [{bandwidth: {rate: 1MiB}, at: 1s, for: 1s}]\n",
            LEAST + "nemesis: everything\n",
            LEAST + "nemesis: {swarm: maybe}\n",
            LEAST + "heal: {core: random-quorum}\n",
            LEAST + "heal: {at: 50s, core: quorum}\n",
            LEAST + "checks: []\n",
            LEAST + "thresholds: {op-latency.p98: \"< 1s\"}\n",
            LEAST + "thresholds: {unavailable: 1s}\n",
            LEAST + "thresholds: {failed: \"< 5\"}\n");

    @Test
    void everyBundledScenarioIsGoodToBoth() throws IOException {
        for (String name : Library.names()) {
            try (InputStream in = Library.open(name)) {
                agree(new String(in.readAllBytes(), StandardCharsets.UTF_8), true);
            }
        }
    }

    @Test
    void everyExampleOfTheTableIsGoodToBoth() {
        for (KeyEffects.Effect effect : KeyEffects.all()) {
            agree(effect.one(), true);
            agree(effect.other(), true);
        }
    }

    @Test
    void whatIsWrongIsWrongToBoth() {
        WRONG.forEach(text -> agree(text, false));
    }

    private static void agree(String text, boolean good) {
        ScenarioReader.Reading reading = ScenarioReader.read("x.yaml", text);
        assertEquals(good, reading.errors().isEmpty(), () -> "the validator on\n" + text + reading.errors());
        List<?> violations = SCHEMA.validate(json(text), InputFormat.JSON);
        if (good) {
            assertEquals(List.of(), violations, () -> "the schema on\n" + text);
        } else {
            assertNotEquals(List.of(), violations, () -> "the schema on\n" + text);
        }
    }

    /** The file as editors see it, who read YAML 1.2 with its core schema. */
    private static String json(String yaml) {
        return JsonText.of(value(YamlReader.parse(yaml)));
    }

    private static @Nullable Object value(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            Map<String, Object> object = new LinkedHashMap<>();
            mapping.entries().forEach(entry -> object.put(entry.key().text(), value(entry.value())));
            return object;
        }
        if (node instanceof YamlNode.Sequence sequence) {
            List<Object> list = new ArrayList<>();
            sequence.items().forEach(item -> list.add(value(item)));
            return list;
        }
        YamlNode.Scalar scalar = (YamlNode.Scalar) node;
        return scalar.plain() ? resolved(scalar.text()) : scalar.text();
    }

    private static @Nullable Object resolved(String text) {
        if (text.matches("[-+]?[0-9]+(\\.[0-9]+)?")) {
            return new BigDecimal(text);
        }
        return switch (text) {
            case "", "~", "null" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> text;
        };
    }
}
