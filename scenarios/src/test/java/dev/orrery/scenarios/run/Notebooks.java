package dev.orrery.scenarios.run;

import dev.orrery.scenarios.ClockSpec;
import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.SystemSpec;
import dev.orrery.scenarios.Threshold;
import dev.orrery.scenarios.WorkloadSpec;
import dev.orrery.scenarios.example.NotebookSystem;
import dev.orrery.sim.check.Check;
import dev.orrery.sim.disk.DiskConfig;
import dev.orrery.sim.fault.FaultPlan;
import dev.orrery.sim.network.NetworkConfig;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.schedule.Schedule;
import dev.orrery.sim.system.Options;
import dev.orrery.sim.system.SystemProvider;
import dev.orrery.sim.workload.Load;
import dev.orrery.sim.workload.OperationMix;
import dev.orrery.sim.workload.Register;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scenario of two seconds with the notebook of the examples, of which a test changes what it is about. */
public final class Notebooks {
    public static final long MS = 1_000_000;
    public static final long SECOND = 1_000 * MS;

    public SystemProvider system = new NotebookSystem();
    public int nodes = 3;
    public Map<String, String> options = new LinkedHashMap<>();
    public long duration = 2 * SECOND;
    public NetworkConfig network = NetworkConfig.DEFAULT;
    public ClockSpec clock = ClockSpec.TRUE;
    public Load load = new Load.Closed(4, Distribution.constant(10 * MS));
    public FaultPlan faults = FaultPlan.NONE;
    public List<Check> moreChecks = List.of();
    public List<String> goals = List.of("opened");
    public List<Threshold> thresholds = List.of();
    public Optional<String> expectedFailure = Optional.empty();

    public Subject subject() {
        List<SystemSpec.Node> servers = new ArrayList<>();
        for (int i = 1; i <= nodes; i++) {
            servers.add(new SystemSpec.Node("n" + i, null));
        }
        Register register = new Register();
        Options registerOptions = Options.initial(register.options());
        Map<String, Long> mix = new LinkedHashMap<>();
        mix.put("read", 60L);
        mix.put("write", 40L);
        List<Check> checks = new ArrayList<>(register.checks(registerOptions));
        checks.addAll(system.checks());
        checks.addAll(moreChecks);
        Scenario scenario = new Scenario(
                "notebook",
                "A notebook in good hands.",
                new SystemSpec(system, servers, Options.of(system.options(), options)),
                Optional.empty(),
                duration,
                Schedule.TIME,
                network,
                clock,
                DiskConfig.DEFAULT,
                new WorkloadSpec(
                        register,
                        load,
                        List.of(),
                        100 * MS,
                        new WorkloadSpec.Keys(8, WorkloadSpec.Keys.Kind.UNIFORM, 1, Probability.NEVER),
                        new OperationMix(mix),
                        registerOptions),
                faults,
                checks,
                goals,
                thresholds,
                expectedFailure);
        return Subject.of(scenario, "name: notebook\n");
    }
}
