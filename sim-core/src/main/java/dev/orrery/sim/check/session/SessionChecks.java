package dev.orrery.sim.check.session;

import dev.orrery.sim.check.Check;
import dev.orrery.sim.check.CheckProvider;
import java.util.Arrays;
import java.util.List;

/** A check for each session guarantee, by its name. */
public final class SessionChecks implements CheckProvider {
    @Override
    public List<Check> checks() {
        return Arrays.stream(SessionGuarantee.values())
                .map(SessionChecks::check)
                .toList();
    }

    private static Check check(SessionGuarantee guarantee) {
        return new Check.OnHistory(
                guarantee.text(),
                guarantee.description()
                        + " A session is a client until the outcome of one of its operations is unknown. The history may"
                        + " be of registers or of transactions on lists.",
                () -> SessionCheck.of(guarantee));
    }
}
