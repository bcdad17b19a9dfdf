package dev.orrery.scenarios.cli;

import dev.orrery.algorithms.mutant.Mutant;
import dev.orrery.algorithms.mutant.Mutants;
import dev.orrery.scenarios.campaign.Campaign;
import dev.orrery.scenarios.campaign.Family;
import dev.orrery.scenarios.campaign.Finding;
import dev.orrery.scenarios.corpus.SavedCase;
import dev.orrery.scenarios.folder.FolderException;
import dev.orrery.scenarios.folder.RunFolder.NewFile;
import dev.orrery.scenarios.shrink.Shrinking;
import dev.orrery.scenarios.shrink.Shrunk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code orrery mutants}: whether the bugs that are planted in the algorithms are found. */
@Command(
        name = "mutants",
        description = {
            "Plants known bugs in the algorithms, one at a time, and looks for each with the same campaign: ordinary faults, the"
                    + " ordinary workload, all checks, nothing aimed at a bug. Its scenarios are the bundled ones under"
                    + " campaign/.",
            "",
            "Tells which check found each bug, with which seed, after how many runs and events. The same version finds the same"
                    + " on any machine and any number of threads."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Orrery.VersionProvider.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:each bug was found; with --correct: no run failed",
            " 1:a bug was not found; with --correct: a run failed",
            " 2:the command line is wrong, or a file cannot be written",
            "130:interrupted"
        },
        footer = {
            "%nExamples:%n",
            "  orrery mutants",
            "  orrery mutants --family raft --seeds 500",
            "  orrery mutants --mutant R20 --shrink",
            "  orrery mutants --correct --seeds 200000",
            "  orrery mutants --json | jq '.[] | select(.found | not)'"
        })
final class MutantsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--family", paramLabel = "FAMILY", description = "Only these algorithms: ${COMPLETION-CANDIDATES}.")
    private @Nullable Family family;

    @Option(
            names = "--mutant",
            paramLabel = "CODE",
            split = ",",
            description = "Only these bugs, by their codes, as R20 or R20,P03.")
    private List<String> codes = new ArrayList<>();

    @Option(names = "--correct", description = "The algorithms without a bug: no run may fail.")
    private boolean correct;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "10000",
            description =
                    "How many runs there may be for each bug, of all scenarios of the campaign together. By default"
                            + " ${DEFAULT-VALUE}.")
    private long seeds = 10_000;

    @Option(names = "--jobs", paramLabel = "N", description = "On how many threads. By default one for each core.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--shrink", description = "Make each run that failed as small as it can be.")
    private boolean shrink;

    @Option(names = "--json", description = "Print what was found as JSON, and nothing else.")
    private boolean json;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "Where the scenarios of the runs that failed go, under mutants. By default ${DEFAULT-VALUE}.")
    private Path out = Path.of("runs");

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws FolderException {
        checkOptions();
        MutantsTable table = new MutantsTable(spec.commandLine(), output, json, correct);
        try (Interruption interruption = Interruption.watch()) {
            for (Family each : family == null ? List.of(Family.values()) : List.of(family)) {
                for (String code : codes(each)) {
                    look(each, code, table, interruption);
                }
            }
            table.end();
            return interruption.isRequested() ? ExitCode.INTERRUPTED : table.exitCode();
        }
    }

    private void checkOptions() {
        List<String> known = family == null ? Family.allCodes() : family.codes();
        for (String code : codes) {
            if (!known.contains(code)) {
                throw new ParameterException(
                        spec.commandLine(), UnknownWord.message("--mutant: there is no bug", code, known));
            }
        }
        if (correct && !codes.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--correct and --mutant are opposites");
        }
        if (seeds < 1 || jobs < 1) {
            throw new ParameterException(spec.commandLine(), "--seeds and --jobs: at least 1");
        }
    }

    private List<String> codes(Family each) {
        if (correct) {
            return List.of(Mutants.NONE);
        }
        return each.mutants().stream()
                .<String>map(Mutant::code)
                .filter(code -> codes.isEmpty() || codes.contains(code))
                .toList();
    }

    private void look(Family each, String code, MutantsTable table, Interruption interruption) throws FolderException {
        if (interruption.isRequested()) {
            return;
        }
        table.begin(each, code, seeds);
        Finding finding = Campaign.run(each, code, seeds, jobs, runs -> {
            table.at(runs);
            return !interruption.isRequested();
        });
        Shrunk shrunk = null;
        Path file = null;
        Finding.Failure failure = finding.failure();
        if (failure != null) {
            file = out.resolve("mutants").resolve((correct ? each + "-" : "") + code + ".yaml");
            shrunk = shrink ? shrunk(failure, interruption) : null;
            write(file, shrunk == null ? failure.asScenario() : SavedCase.text(shrunk));
        }
        table.row(each, finding, shrunk, file);
    }

    private static void write(Path file, String text) throws FolderException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException failed) {
            throw FolderException.of("write", file, failed);
        }
        NewFile.write(file, text);
    }

    private static @Nullable Shrunk shrunk(Finding.Failure failure, Interruption interruption) {
        Optional<Shrunk> shrunk = Shrinking.shrink(
                failure.subject(),
                failure.seed(),
                runs -> runs < Shrinking.USUAL_BUDGET && !interruption.isRequested(),
                (dimension, runs, soFar) -> {});
        return shrunk.orElse(null);
    }
}
