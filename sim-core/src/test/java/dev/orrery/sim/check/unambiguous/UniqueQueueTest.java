package dev.orrery.sim.check.unambiguous;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.orrery.sim.check.certificate.Replay;
import dev.orrery.sim.check.model.QueueModel;
import dev.orrery.sim.check.unambiguous.RandomObject.Shape;
import dev.orrery.sim.check.unambiguous.Ruling.Legal;
import dev.orrery.sim.history.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UniqueQueueTest {
    private static final UniqueQueue PATH = new UniqueQueue();
    private static final int HISTORIES = Integer.getInteger("histories", 2_000);

    @ParameterizedTest
    @CsvSource({
        // clients, operations, unknown %, made-up answers %
        "2, 8, 0, 30",
        "3, 9, 0, 30",
        "4, 10, 0, 30",
        "3, 9, 8, 30",
        "4, 10, 15, 35",
        "6, 10, 10, 40"
    })
    void itAgreesWithAllOrdersTried(int clients, int operations, int unknown, int lies) {
        new Agreement(PATH, new QueueModel())
                .onRandomHistories(
                        new Shape(clients, operations, unknown, lies), UniqueCollection::queue, HISTORIES, 60);
    }

    @Test
    void manyOperationsThatAreLegalByConstructionAreLegal() {
        List<Interval> object = Interval.of(RandomObject.of(new Shape(20, 20_000, 0, 0), UniqueCollection.queue(), 7));
        Legal legal = assertInstanceOf(Legal.class, PATH.judge(object));
        assertNull(Replay.flaw(new QueueModel(), object, legal.order()));
    }
}
