package dev.orrery.sim.network;

/** Which message is lost when one comes to a link whose queue is full. */
public enum Overflow {
    /** The one that comes, as at the tail of a router's queue. */
    NEWEST,
    /** The one that has waited longest. */
    OLDEST,
    /** One of all, each as likely as the others, the one that comes among them. */
    RANDOM
}
