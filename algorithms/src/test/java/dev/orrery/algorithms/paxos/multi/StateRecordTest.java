package dev.orrery.algorithms.paxos.multi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.algorithms.paxos.Ballot;
import dev.orrery.algorithms.paxos.Proposal;
import dev.orrery.algorithms.statemachine.Command;
import dev.orrery.sim.node.NodeId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StateRecordTest {
    private static final Ballot BALLOT = new Ballot(7, new NodeId(2, "n3"));

    private static void comesBack(StateRecord record) {
        assertEquals(record, StateRecord.decode(record.encode()));
    }

    @Test
    void aBlankStateComesBack() {
        comesBack(new StateRecord(null, 0, List.of()));
    }

    @Test
    void promiseCommandsAndNoOpsComeBack() {
        comesBack(new StateRecord(
                BALLOT,
                4,
                List.of(
                        new Vote(5, new Proposal(BALLOT, new Command(1, 2, "write", 3L, 4L))),
                        new Vote(9, new Proposal(BALLOT, NoOp.NO_OP)))));
    }
}
