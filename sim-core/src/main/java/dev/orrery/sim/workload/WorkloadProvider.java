package dev.orrery.sim.workload;

import dev.orrery.sim.check.Check;
import dev.orrery.sim.system.Option;
import dev.orrery.sim.system.Options;
import java.util.List;

/**
 * Describes a workload and makes it for a run. Found by {@link java.util.ServiceLoader}; it keeps no state, since many
 * runs may go on side by side.
 */
public interface WorkloadProvider {

    /** The name that scenarios use, in lower case with hyphens, such as {@code register}. */
    String name();

    /** What its clients do, in a sentence or two. */
    String description();

    /** What can be chosen under {@code workload.options}; names are unique. */
    List<Option<?>> options();

    /** How often it asks for what, unless the scenario says otherwise; names all operations that it may ask for. */
    OperationMix mix();

    /** The properties that its history must have, each judged in every run unless the scenario chooses. */
    List<Check> checks(Options options);

    /** Makes the workload of one run. */
    Workload workload(WorkloadConfig config);
}
