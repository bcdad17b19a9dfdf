package dev.orrery.reports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The charts beside the page. What they show is tested with the series; no test holds pixels on record. */
final class ChartsTest {
    @TempDir
    private static Path folder;

    /** Once, since to load the library takes longer than the tests. */
    @BeforeAll
    static void write() throws Exception {
        SampleRun.small().writeTo(folder);
        Report.write(folder);
    }

    @Test
    void everyChartIsThereInBothStylesAndAsOneSvg() throws Exception {
        assertEquals(
                List.of(
                        "latency-dark.png",
                        "latency.png",
                        "latency.svg",
                        "percentiles-dark.png",
                        "percentiles.png",
                        "percentiles.svg",
                        "throughput-dark.png",
                        "throughput.png",
                        "throughput.svg",
                        "timeline-dark.png",
                        "timeline.png",
                        "timeline.svg"),
                charts(folder));
    }

    @Test
    void aPngHasTwiceThePixelsAndTheGroundOfItsStyle() throws Exception {
        BufferedImage light = ImageIO.read(chart("throughput.png").toFile());
        BufferedImage dark = ImageIO.read(chart("throughput-dark.png").toFile());

        assertEquals(1800, light.getWidth());
        assertEquals(0xFFFFFFFF, light.getRGB(2, 2));
        assertEquals(0xFF0D1117, dark.getRGB(2, 2));
    }

    @Test
    void anSvgStandsAlone() throws Exception {
        for (String name : charts(folder)) {
            if (name.endsWith(".svg")) {
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(chart(name).toFile());
            }
        }
    }

    @Test
    void theSameRunGivesTheSameBytesInAnyLanguage() throws Exception {
        Locale before = Locale.getDefault();
        byte[] first = Files.readAllBytes(chart("latency.png"));
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            Report.write(folder);
        } finally {
            Locale.setDefault(before);
        }

        assertArrayEquals(first, Files.readAllBytes(chart("latency.png")));
    }

    @Test
    void ofNothingThereIsNoChart(@TempDir Path empty) throws Exception {
        SampleRun run = SampleRun.small();
        run.operations = 0;
        run.nodes = 0;
        run.writeTo(empty);
        Report.write(empty);

        assertEquals(List.of(), charts(empty));
    }

    private static Path chart(String name) {
        return folder.resolve("charts").resolve(name);
    }

    private static List<String> charts(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run.resolve("charts"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
