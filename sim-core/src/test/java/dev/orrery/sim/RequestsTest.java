package dev.orrery.sim;

import static org.junit.jupiter.api.Assertions.assertSame;

import dev.orrery.sim.clock.DriftingClock;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.node.Response;
import dev.orrery.sim.random.RandomStream;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.schedule.Schedule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class RequestsTest {
    /** Some incarnation; what becomes of the requests does not matter here. */
    private static Incarnation asking() {
        World world = new World(new Seed(1), SimulationConfig.DEFAULT, Scrutiny.DEFAULT, Schedule.TIME);
        Node node = new Node(
                world,
                new NodeId(0, "n1"),
                host -> new Process() {
                    @Override
                    public void start() {}

                    @Override
                    public void receive(NodeId from, Message message) {}
                },
                new DriftingClock(() -> 0, 0, 0));
        return new Incarnation(world, node, 1);
    }

    private static Request request(int ticket, Requests requests, Incarnation asking) {
        return new Request(ticket, requests, asking, new Response() {
            @Override
            public void answered(Message answer) {}

            @Override
            public void failed(Failure failure) {}
        });
    }

    @Test
    void givesEachRequestOnceAsAMapWould() {
        Incarnation asking = asking();
        for (long seed = 0; seed < 100; seed++) {
            RandomStream random = new RandomStream(seed);
            Requests requests = new Requests();
            TreeMap<Integer, Request> model = new TreeMap<>();
            int tickets = 0;
            for (int step = 0; step < 500; step++) {
                if (random.below(100) < 55) {
                    // Other nodes ask too, so an incarnation's tickets have gaps.
                    tickets += 1 + random.below(20);
                    Request request = request(tickets, requests, asking);
                    requests.add(request);
                    model.put(tickets, request);
                } else {
                    int ticket = random.below(tickets + 2);
                    assertSame(model.remove(ticket), requests.take(ticket), "seed " + seed + ", ticket " + ticket);
                }
            }
            List<Integer> rest = new ArrayList<>(model.keySet());
            Collections.reverse(rest);
            for (int ticket : rest) {
                assertSame(model.get(ticket), requests.take(ticket), "seed " + seed + ", ticket " + ticket);
            }
        }
    }
}
