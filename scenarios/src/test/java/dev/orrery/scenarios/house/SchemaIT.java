package dev.orrery.scenarios.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The schema that the bundled scenarios name for editors is that of the finished program, with its systems' options. */
final class SchemaIT {

    @Test
    void theSchemaIsUpToDate() throws IOException, InterruptedException {
        Program.Outcome now = new Program(
                        List.of(House.java().toString(), "-jar", House.jar().toString(), "schema"),
                        House.target(),
                        Map.of())
                .run();
        assertEquals(0, now.exitCode(), now::toString);
        String file = "orrery-scenario.schema.json";
        assertEquals(
                now.out(),
                Files.readString(Path.of(file)).replace("\r\n", "\n"),
                file + " is stale; this writes it anew: scenarios/orrery schema > scenarios/" + file);
    }
}
