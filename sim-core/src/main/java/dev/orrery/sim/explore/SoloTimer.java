package dev.orrery.sim.explore;

import dev.orrery.sim.node.Timer;

/** A timer without a time: once set it may fire at any moment. */
final class SoloTimer implements Timer {
    final String name;
    private final SoloHost host;
    private final Runnable action;

    SoloTimer(SoloHost host, String name, Runnable action) {
        this.host = host;
        this.name = name;
        this.action = action;
    }

    @Override
    public void set(long delayNanos) {
        if (delayNanos < 0) {
            throw new IllegalArgumentException("timer " + name + " is set " + delayNanos + " ns ahead");
        }
        host.set(this);
    }

    @Override
    public void cancel() {
        host.cancel(this);
    }

    @Override
    public boolean isSet() {
        return host.isSet(this);
    }

    void fire() {
        host.cancel(this);
        action.run();
    }
}
