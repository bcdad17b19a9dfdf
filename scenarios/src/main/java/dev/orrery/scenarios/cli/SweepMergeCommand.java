package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.folder.FolderException;
import dev.orrery.scenarios.sweep.Merge;
import dev.orrery.scenarios.sweep.Merge.MergeException;
import dev.orrery.scenarios.sweep.Part;
import dev.orrery.scenarios.sweep.PartFile;
import dev.orrery.scenarios.sweep.Summary;
import dev.orrery.scenarios.sweep.SweepFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code orrery sweep merge PART…}: puts the parts of a sweep together. */
@Command(
        name = "merge",
        description = {
            "Puts the parts of a sweep together that were run with --shard, perhaps on many machines.",
            "",
            "The summary is the very same as that of the whole sweep in one go. A part that is given twice counts once; missing"
                    + " seeds are named."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Orrery.VersionProvider.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0, 1, 3:as those of the whole sweep",
            " 2:the parts are no whole, or a file cannot be read or written"
        },
        footer = {
            "%nExamples:%n",
            "  orrery sweep merge runs/raft-nemesis/sweep/0x0..0x270F/part-*.json",
            "  orrery sweep merge machine1/part-1-of-2.json machine2/part-2-of-2.json --json"
        })
final class SweepMergeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "PART",
            arity = "1..*",
            description = "What the parts have left: runs/<scenario>/sweep/<seeds>/part-<i>-of-<n>.json.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--json", description = "Print the summary as JSON, and nothing else.")
    private boolean json;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "Where the summary goes. By default ${DEFAULT-VALUE}.")
    private Path out = Path.of("runs");

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws FolderException {
        List<Part> parts = new ArrayList<>();
        for (Path file : files) {
            parts.add(read(file));
        }
        try {
            Summary summary = new Summary(Merge.of(parts));
            SweepFolder.of(out, summary.plan()).keep(summary);
            new SweepScreen(spec.commandLine(), output, json).end(summary, null);
            return SweepText.exitCode(summary);
        } catch (MergeException noWhole) {
            throw new ParameterException(spec.commandLine(), noWhole.getMessage(), noWhole);
        }
    }

    private Part read(Path file) throws FolderException {
        try {
            return PartFile.read(Files.readString(file));
        } catch (IOException failed) {
            throw FolderException.of("read", file, failed);
        } catch (IllegalArgumentException noPart) {
            throw new ParameterException(
                    spec.commandLine(), "cannot merge " + file + ": " + noPart.getMessage(), noPart);
        }
    }
}
