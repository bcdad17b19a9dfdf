package dev.orrery.scenarios.example;

import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Response;
import dev.orrery.sim.system.Client;
import dev.orrery.sim.system.Completion;
import dev.orrery.sim.system.Invocation;

/** A client: asks the keeper once, and does not know what became of a page if no answer comes. */
record Reader(Host host, NodeId keeper) implements Client {
    @Override
    public void invoke(Invocation invocation, long timeoutNanos, Completion completion) {
        if (!(invocation.key() instanceof Long page)) {
            completion.fail("a notebook has numbered pages");
            return;
        }
        Long content = invocation.value() instanceof Long value ? value : null;
        host.request(keeper, new Ask(page, content), timeoutNanos, new Response() {
            @Override
            public void answered(Message answer) {
                completion.ok(content == null && answer instanceof Answer given ? given.content() : null);
            }

            @Override
            public void failed(Failure failure) {
                if (content == null) {
                    completion.fail("no answer");
                } else {
                    completion.info("no answer");
                }
            }
        });
    }
}
