package dev.orrery.scenarios.sweep;

import java.util.List;

/**
 * What a sweep is a function of, and which part of it this is.
 *
 * @param scenario the scenario's name, with the folder that it is in if it is a bundled one
 * @param sha256 of the scenario's text
 * @param version of the program, as {@code 0.1.0+g1a2b3c4}
 * @param expect the check that the scenario expects to fail, or {@code pass}
 * @param goals events that some run must see
 * @param seeds all seeds of the sweep
 * @param part which part of them, from 1
 * @param of in how many parts the sweep is divided, at least 1
 */
public record SweepPlan(
        String scenario,
        String sha256,
        String version,
        String expect,
        List<String> goals,
        SeedRange seeds,
        int part,
        int of) {

    /** Keeps a copy of the list. */
    public SweepPlan {
        goals = List.copyOf(goals);
    }

    /** The seeds of this part. */
    public SeedRange range() {
        return seeds.part(part, of);
    }

    /** Whether this is all of the sweep. */
    public boolean isWhole() {
        return of == 1;
    }

    /** All of the sweep that this is a part of. */
    public SweepPlan whole() {
        return part(1, 1);
    }

    /**
     * A part of the same sweep.
     *
     * @param which part, from 1
     * @param ofHowMany in how many parts the sweep is divided
     */
    public SweepPlan part(int which, int ofHowMany) {
        return new SweepPlan(scenario, sha256, version, expect, goals, seeds, which, ofHowMany);
    }
}
