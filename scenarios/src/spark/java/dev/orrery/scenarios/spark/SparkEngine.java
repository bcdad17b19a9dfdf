package dev.orrery.scenarios.spark;

import dev.orrery.scenarios.run.Subject;
import dev.orrery.scenarios.sweep.Merge;
import dev.orrery.scenarios.sweep.Merge.MergeException;
import dev.orrery.scenarios.sweep.Part;
import dev.orrery.scenarios.sweep.PartFile;
import dev.orrery.scenarios.sweep.SweepEngine;
import dev.orrery.scenarios.sweep.SweepPlan;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;

/** Runs the parts of a sweep as the tasks of one Spark job. */
public final class SparkEngine implements SweepEngine {
    /** Where Spark runs unless somebody says otherwise: here, on all cores. */
    private static final String HERE = "local[*]";

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public Part run(Subject subject, SweepPlan plan, @Nullable String master, long seedsATask) {
        SparkConf conf = new SparkConf().setAppName("orrery sweep " + plan.scenario());
        if (master != null) {
            conf.setMaster(master);
        } else {
            conf.setIfMissing("spark.master", HERE);
        }
        int tasks = (int) Math.min(MOST_TASKS, (plan.seeds().count() - 1) / seedsATask + 1);
        SparkTask task = new SparkTask(subject.text(), PartFile.text(Part.begin(plan)));
        List<Integer> numbers = IntStream.rangeClosed(1, tasks).boxed().toList();
        try (JavaSparkContext spark = new JavaSparkContext(conf)) {
            Stream<Part> parts =
                    spark.parallelize(numbers, tasks).map(number -> task.run(number, tasks)).collect().stream()
                            .map(PartFile::read);
            return Merge.of(parts.toList());
        } catch (MergeException lost) {
            throw new IllegalStateException("Spark has lost a part of the sweep", lost);
        }
    }
}
