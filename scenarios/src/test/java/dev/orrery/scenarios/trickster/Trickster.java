package dev.orrery.scenarios.trickster;

import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import java.util.concurrent.atomic.AtomicReference;

/** Plays a trick on whoever asks. */
record Trickster(Host host, String trick) implements Process {
    @Override
    public void start() {}

    @Override
    public void receive(NodeId from, Message message) {
        switch (trick) {
            case "throw" -> throw new IllegalStateException("a trick");
            case "assert" -> throw new AssertionError("a trick");
            case "recurse" -> receive(from, message);
            case "spin" -> host.send(host.self(), message);
            case "thread" -> touchFromOutside(from, message);
            default -> {}
        }
    }

    /** Sends from a thread of its own, and tells here what that thread was told. */
    private void touchFromOutside(NodeId to, Message message) {
        AtomicReference<RuntimeException> refused = new AtomicReference<>();
        Thread outside = new Thread(
                () -> {
                    try {
                        host.send(to, message);
                    } catch (RuntimeException told) {
                        refused.set(told);
                    }
                },
                "outside");
        outside.start();
        try {
            outside.join();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        RuntimeException told = refused.get();
        if (told != null) {
            throw told;
        }
    }
}
