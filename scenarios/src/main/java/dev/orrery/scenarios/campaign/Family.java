package dev.orrery.scenarios.campaign;

import dev.orrery.algorithms.lock.mutant.LockMutants;
import dev.orrery.algorithms.mutant.Mutant;
import dev.orrery.algorithms.paxos.mutant.PaxosMutants;
import dev.orrery.algorithms.raft.mutant.RaftMutants;
import dev.orrery.scenarios.library.Library;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Algorithms that have planted bugs, and the scenarios of their campaign. */
public enum Family {
    /** Raft. */
    RAFT("campaign/raft-"),
    /** Paxos. */
    PAXOS("campaign/paxos-"),
    /** Locks. */
    LOCK("campaign/lock-");

    private final String prefix;

    Family(String prefix) {
        this.prefix = prefix;
    }

    /** Its planted bugs, in order. */
    public List<? extends Mutant<?>> mutants() {
        return switch (this) {
            case RAFT -> RaftMutants.ALL.all();
            case PAXOS -> PaxosMutants.ALL.all();
            case LOCK -> LockMutants.ALL.all();
        };
    }

    /** The codes of its planted bugs. */
    public List<String> codes() {
        return mutants().stream().<String>map(Mutant::code).toList();
    }

    /** The names of its scenarios in the library, in the order in which they are run. */
    public List<String> scenarios() {
        return Library.names().stream().filter(name -> name.startsWith(prefix)).toList();
    }

    /** The codes of all families' planted bugs. */
    public static List<String> allCodes() {
        return Stream.of(values()).flatMap(family -> family.codes().stream()).toList();
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
