package dev.orrery.scenarios.spark;

import dev.orrery.scenarios.folder.FolderException;
import dev.orrery.scenarios.language.keys.ScenarioReader;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.scenarios.sweep.PartFile;
import dev.orrery.scenarios.sweep.Sweep;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What each task is sent: texts only, since these are the same in every virtual machine.
 *
 * @param scenario the scenario's text
 * @param whole the whole sweep, as a {@link PartFile} in which nothing is done yet
 */
record SparkTask(String scenario, String whole) implements Serializable {

    /**
     * Runs one part on this thread.
     *
     * @param part which, from 1
     * @param of in how many the sweep is divided
     * @return a {@link PartFile}
     */
    String run(int part, int of) throws IOException, FolderException {
        byte[] bytes = scenario.getBytes(StandardCharsets.UTF_8);
        ScenarioReader.Reading reading = ScenarioReader.read("scenario", new ByteArrayInputStream(bytes));
        // The driver has read it before; a system that only the driver has on its class path is missing here.
        Subject subject = Subject.of(
                Objects.requireNonNull(
                        reading.scenario(), () -> "the executors do not understand it: " + reading.problems()),
                scenario);
        return PartFile.text(Sweep.run(
                subject,
                PartFile.read(whole).plan().part(part, of),
                new Sweep.Limits(1, false, Long.MAX_VALUE),
                Sweep.UNOBSERVED));
    }
}
