package dev.orrery.sim.workload;

import dev.orrery.sim.history.ClientRecorder;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.node.Timer;
import dev.orrery.sim.system.Client;
import dev.orrery.sim.system.ClientProcess;
import dev.orrery.sim.system.Completion;
import dev.orrery.sim.system.Invocation;
import org.jspecify.annotations.Nullable;

/**
 * A client's process: asks for what its workload says, when its load says so, and records each operation in the history.
 *
 * <p>A client that crashed while an operation was open never learns of its outcome.
 */
final class LoadGenerator implements Process, ClientProcess {
    private final ClientPace pace;
    private final Workload workload;
    private final ClientRecorder recorder;
    private final Client client;
    private final Timer next;
    private final Clients clients;

    LoadGenerator(
            Host host, Client client, Workload workload, ClientPace pace, ClientRecorder recorder, Clients clients) {
        this.client = client;
        this.workload = workload;
        this.pace = pace;
        this.recorder = recorder;
        this.clients = clients;
        this.next = host.timer("next-operation", this::ask);
    }

    @Override
    public Client client() {
        return client;
    }

    @Override
    public void start() {
        if (recorder.isOpen()) {
            recorder.info("the client crashed", clients.now());
        }
        askAt(pace.first(clients.now()));
    }

    @Override
    public void receive(NodeId from, Message message) {
        client.receive(from, message);
    }

    @Override
    public void refused(NodeId to, Message message) {
        client.refused(to, message);
    }

    /** A client's clock may be fast, but it does not ask before the true time at which it means to. */
    private void askAt(long time) {
        if (time == ClientPace.NEVER) {
            return;
        }
        next.set(Math.max(0, time - clients.now()));
    }

    private void ask() {
        long now = clients.now();
        if (now < pace.intendedAt()) {
            askAt(pace.intendedAt());
            return;
        }
        Invocation invocation = workload.next(pace.client(), pace.ordinal(), pace.draws());
        int operation = recorder.invoke(invocation.f(), invocation.key(), invocation.value(), pace.intendedAt(), now);
        client.invoke(invocation, clients.timeoutNanos(), new Recording(operation, invocation));
    }

    private void completed() {
        long now = clients.now();
        askAt(workload.goesOn(pace.client()) ? pace.atOnce(now) : pace.next(now));
    }

    private final class Recording implements Completion {
        private final int operation;
        private final Invocation invocation;

        Recording(int operation, Invocation invocation) {
            this.operation = operation;
            this.invocation = invocation;
        }

        @Override
        public void goesBy(Object name) {
            clients.named(operation, name);
        }

        @Override
        public void ok(@Nullable Object answer) {
            recorder.ok(answer, clients.now());
            workload.answered(pace.client(), invocation, answer);
            completed();
        }

        @Override
        public void fail(String why) {
            recorder.fail(why, clients.now());
            completed();
        }

        @Override
        public void info(String why) {
            recorder.info(why, clients.now());
            completed();
        }
    }
}
