package dev.orrery.scenarios.determinism;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.language.keys.ScenarioReader;
import dev.orrery.scenarios.library.Library;
import dev.orrery.scenarios.run.Recording;
import dev.orrery.scenarios.run.RunOptions;
import dev.orrery.scenarios.run.Runs;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.sim.random.Seed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * What all bundled scenarios leave with a few seeds: a line for each run, with its digest and a checksum of its trace's
 * bytes. As a program it prints them, so that other virtual machines can be asked.
 */
public final class Fingerprints {
    /** Virtual time that a run takes. */
    private static final long DURATION = 700_000_000L;

    private static final List<Seed> SEEDS = List.of(new Seed(1), new Seed(0x5EED), new Seed(-1));

    private Fingerprints() {}

    /** Prints the lines of the given scenarios in their order, though the last run is done first. */
    public static void main(String[] scenarios) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(String.join("\n", of(List.of(scenarios), true)));
    }

    /**
     * One line for each scenario and seed.
     *
     * @param backwards whether the last run is done first
     */
    static List<String> of(List<String> scenarios, boolean backwards) {
        List<String> names = new ArrayList<>(scenarios);
        if (backwards) {
            Collections.reverse(names);
        }
        List<String> lines = new ArrayList<>();
        for (String name : names) {
            Subject subject = subject(name);
            List<Seed> seeds = new ArrayList<>(SEEDS);
            if (backwards) {
                Collections.reverse(seeds);
            }
            seeds.forEach(seed -> lines.add(name + " " + seed.brief() + " " + fingerprint(subject, seed)));
        }
        if (backwards) {
            Collections.reverse(lines);
        }
        return lines;
    }

    /** The bundled scenario of that name, in less time. */
    static Subject subject(String name) {
        try (InputStream in = Library.open(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Scenario scenario =
                    Objects.requireNonNull(ScenarioReader.read(name, text).scenario());
            return Subject.of(Compressed.of(scenario, DURATION), text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String fingerprint(Subject subject, Seed seed) {
        CRC32 checksum = new CRC32();
        OutputStream trace = new CheckedOutputStream(OutputStream.nullOutputStream(), checksum);
        long digest = Runs.run(subject, seed, RunOptions.DEFAULT.recording(new Recording.Stream(trace)))
                .result()
                .extent()
                .digest();
        return String.format(Locale.ROOT, "%016X %08X", digest, checksum.getValue());
    }
}
