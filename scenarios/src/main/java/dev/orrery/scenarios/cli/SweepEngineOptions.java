package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.run.Subject;
import dev.orrery.scenarios.sweep.Part;
import dev.orrery.scenarios.sweep.SweepEngine;
import dev.orrery.scenarios.sweep.SweepPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say what runs a sweep. */
final class SweepEngineOptions {
    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = SweepEngine.LOCAL,
            description = {
                "What runs the sweep: local, on the threads of this machine; or spark, as a job of Apache Spark, in a program"
                        + " that is built with -Pspark. By default ${DEFAULT-VALUE}."
            })
    private String name = SweepEngine.LOCAL;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description =
                    "Where Spark runs, as local[4] or spark://host:7077. By default as spark-submit says, else here.")
    private @Nullable String master;

    @Option(
            names = "--task-seeds",
            paramLabel = "N",
            defaultValue = "10000",
            description = "How many seeds one task of Spark runs. By default ${DEFAULT-VALUE}; fewer if runs are long.")
    private long seedsATask = 10_000;

    /** Whether it needs no engine. */
    boolean isLocal() {
        return name.equals(SweepEngine.LOCAL);
    }

    /** Refuses what cannot be. */
    void check(CommandLine command) {
        if (seedsATask < 1) {
            throw new ParameterException(command, "--task-seeds: at least 1 seed, not " + seedsATask);
        }
        if (!isLocal()) {
            find(command);
        }
    }

    /** Runs a whole sweep on the engine. */
    Part run(CommandLine command, Subject subject, SweepPlan plan) {
        return find(command).run(subject, plan, master, seedsATask);
    }

    private SweepEngine find(CommandLine command) {
        for (SweepEngine engine : SweepEngine.all()) {
            if (engine.name().equals(name)) {
                return engine;
            }
        }
        throw new ParameterException(
                command,
                "there is no engine '" + name + "' in this program"
                        + (name.equals("spark") ? ": build it with mvn -Pspark, as the README says" : ""));
    }
}
