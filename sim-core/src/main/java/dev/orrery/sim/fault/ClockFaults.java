package dev.orrery.sim.fault;

import dev.orrery.sim.fault.ClockFault.Drift;
import dev.orrery.sim.fault.ClockFault.Jump;
import dev.orrery.sim.fault.ClockFault.Skew;
import dev.orrery.sim.fault.ClockFault.Strobe;
import dev.orrery.sim.node.NodeId;
import java.util.List;

/** Carries out faults of clocks. */
final class ClockFaults {
    private final Stage stage;

    ClockFaults(Stage stage) {
        this.stage = stage;
    }

    Effect begin(ClockFault fault, Occurrence occurrence) {
        List<NodeId> nodes = occurrence.nodes;
        if (fault instanceof Skew skew) {
            nodes.forEach(node -> stage.simulation.jumpClock(node, skew.by()));
            return new NodeEffect(nodes, node -> stage.simulation.jumpClock(node, -skew.by()));
        } else if (fault instanceof Drift drift) {
            nodes.forEach(node -> stage.simulation.driftClock(node, drift.ppm()));
            return new NodeEffect(nodes, node -> stage.simulation.driftClock(node, -drift.ppm()));
        } else if (fault instanceof Jump jump) {
            nodes.forEach(node -> stage.simulation.jumpClock(node, jump.by()));
            return Effect.DONE;
        } else if (fault instanceof Strobe strobe) {
            return new Swing(strobe, occurrence).begin();
        }
        throw new IllegalArgumentException(fault + " is no fault of a clock");
    }

    /** Clocks that go to and fro together. */
    private final class Swing {
        private final Strobe strobe;
        private final int number;
        private final NodeEffect swinging;
        private boolean away;

        Swing(Strobe strobe, Occurrence occurrence) {
            this.strobe = strobe;
            this.number = occurrence.number;
            swinging = new NodeEffect(occurrence.nodes, this::comeBack);
        }

        Effect begin() {
            swing();
            return swinging;
        }

        private void swing() {
            if (!swinging.nodes().isEmpty()) {
                away = !away;
                long step = away ? strobe.by() : -strobe.by();
                swinging.nodes().forEach(node -> stage.simulation.jumpClock(node, step));
                stage.agenda.goOn(number, stage.simulation.now() + strobe.period(), this::swing);
            }
        }

        private void comeBack(NodeId node) {
            if (away) {
                stage.simulation.jumpClock(node, -strobe.by());
            }
        }
    }
}
