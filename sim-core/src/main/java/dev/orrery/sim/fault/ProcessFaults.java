package dev.orrery.sim.fault;

import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.fault.ProcessFault.Kill;
import dev.orrery.sim.fault.ProcessFault.Stop;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.time.DurationRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out kills and stops. */
final class ProcessFaults {
    private final Stage stage;

    ProcessFaults(Stage stage) {
        this.stage = stage;
    }

    Effect kill(Kill kill, Occurrence occurrence) {
        if (kill.moment() == null) {
            occurrence.nodes.forEach(node -> strike(node, kill, occurrence));
            return Effect.DONE;
        }
        List<Ambush> ambushes = new ArrayList<>();
        for (NodeId node : occurrence.nodes) {
            ambushes.add(
                    new Ambush(stage, node, occurrence.number, kill.moment(), () -> strike(node, kill, occurrence)));
        }
        return new NodeEffect(occurrence.nodes, node -> ambushes.forEach(ambush -> ambush.giveUp(node)));
    }

    private void strike(NodeId node, Kill kill, Occurrence occurrence) {
        stage.simulation.kill(node, kill.disk());
        if (kill.disk() == CrashPolicy.WIPE) {
            stage.casualties.wiped(node);
        }
        comesBack(node, kill.restartAfter(), occurrence);
    }

    Effect stop(Stop stop, Occurrence occurrence) {
        for (NodeId node : occurrence.nodes) {
            stage.simulation.stop(node);
            comesBack(node, stop.restartAfter(), occurrence);
        }
        return Effect.DONE;
    }

    private void comesBack(NodeId node, @Nullable DurationRange after, Occurrence occurrence) {
        if (after == null) {
            stage.casualties.lost(node);
            return;
        }
        occurrence.away++;
        long back = stage.simulation.now() + after.min();
        stage.agenda.goOn(occurrence.number, back, () -> {
            if (stage.isHealed()) {
                return; // Who is down outside the core stays down.
            }
            if (!stage.simulation.isRemoved(node)) {
                stage.simulation.restart(node);
            }
            if (--occurrence.away == 0) {
                stage.over(occurrence);
            }
        });
    }
}
