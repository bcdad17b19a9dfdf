package dev.orrery.sim;

/**
 * What became of the messages of one kind. Those that were neither delivered nor lost are under way.
 *
 * @param kind the simple name of their class, such as {@code AppendEntries}
 * @param sent how many were sent
 * @param delivered how many reached their process, copies included
 * @param lost how many reached nobody: lost, refused or damaged on the way, or their receiver was down
 * @param duplicated how many copies the network made
 */
public record MessageTraffic(String kind, long sent, long delivered, long lost, long duplicated) {}
