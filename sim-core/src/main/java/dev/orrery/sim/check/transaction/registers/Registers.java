package dev.orrery.sim.check.transaction.registers;

import dev.orrery.sim.check.transaction.inference.Cycles;
import dev.orrery.sim.check.transaction.inference.Findings;
import dev.orrery.sim.check.transaction.log.MalformedTransaction;
import dev.orrery.sim.check.transaction.log.MicroOperation.Kind;
import dev.orrery.sim.check.transaction.log.TransactionLog;
import java.util.List;

/** Histories of transactions that write registers and read them. */
public final class Registers {
    private Registers() {}

    /**
     * All that is wrong with a history.
     *
     * @throws MalformedTransaction if it has a micro-operation that is neither the write nor the read of a register
     */
    public static Findings judge(TransactionLog log) throws MalformedTransaction {
        requireRegisters(log);
        Findings findings = new Findings();
        WriteIndex writes = new WriteIndex(log, findings);
        new RegisterAnomalies(log, writes, findings).find();
        Cycles.find(log, new RegisterGraph(log, writes), findings);
        return findings;
    }

    /**
     * All that is wrong with a history in which each key is written once and groups of keys are read: with the forks that
     * are told as such.
     *
     * @throws MalformedTransaction if it has a micro-operation that is neither the write nor the read of a register
     */
    public static Findings judgeForks(TransactionLog log) throws MalformedTransaction {
        Findings findings = judge(log);
        new LongForks(log, findings).find();
        return findings;
    }

    private static void requireRegisters(TransactionLog log) throws MalformedTransaction {
        for (int micro = 0; micro < log.micros(); micro++) {
            if (log.kind(micro) == Kind.APPEND || log.value(micro) instanceof List) {
                throw log.malformed(micro, "the write or the read of a register");
            }
        }
    }
}
