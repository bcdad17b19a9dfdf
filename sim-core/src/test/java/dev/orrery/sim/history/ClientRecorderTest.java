package dev.orrery.sim.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.history.Operation.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientRecorderTest {
    private final History history = new History();
    private final ClientRecorder client = new ClientRecorder(history, "c4", 3, 8);

    @Test
    void eachUnknownOutcomeRetiresAProcessAndNoOtherDoes() {
        client.invoke("read", "x", null, 0, 1);
        client.ok(7L, 2);
        client.invoke("read", "x", null, 2, 2);
        client.fail("refused", 3);
        client.invoke("write", "x", 1L, 3, 3);
        client.info("timed out", 4);
        client.invoke("write", "x", 2L, 4, 4);
        client.info("timed out", 5);
        client.invoke("read", "x", null, 5, 5);

        List<Operation> operations = history.operations();
        assertEquals(
                List.of(3, 3, 3, 11, 19),
                operations.stream().map(Operation::process).toList());
        assertEquals(
                List.of(Outcome.OK, Outcome.FAIL, Outcome.INFO, Outcome.INFO, Outcome.OPEN),
                operations.stream().map(Operation::outcome).toList());
        assertTrue(operations.stream().allMatch(operation -> operation.client().equals("c4")));
    }

    @Test
    void clientsNeverShareAProcess() {
        ClientRecorder first = new ClientRecorder(history, "c1", 0, 2);
        ClientRecorder second = new ClientRecorder(history, "c2", 1, 2);
        for (int i = 0; i < 50; i++) {
            for (ClientRecorder recorder : List.of(first, second)) {
                recorder.invoke("write", null, 1L, i, i);
                recorder.info("timed out", i);
            }
        }

        assertEquals(
                100,
                history.operations().stream().map(Operation::process).distinct().count());
    }

    @Test
    void aClientHasOneOperationOpen() {
        assertThrows(IllegalStateException.class, () -> client.ok(null, 0));
        int read = client.invoke("read", null, null, 0, 0);
        assertTrue(client.isOpen());
        assertThrows(IllegalStateException.class, () -> client.invoke("read", null, null, 0, 0));
        client.ok(null, 1);

        assertFalse(client.isOpen());
        assertEquals(Outcome.OK, history.get(read).outcome());
        assertThrows(IllegalStateException.class, () -> client.info("timed out", 1));
    }

    @Test
    void aClientIsOneOfTheClients() {
        assertThrows(IllegalArgumentException.class, () -> new ClientRecorder(history, "c9", 8, 8));
        assertThrows(IllegalArgumentException.class, () -> new ClientRecorder(history, "c0", -1, 8));
    }
}
