package dev.orrery.reports.chart;

import dev.orrery.reports.series.FaultFamily;
import java.awt.Color;
import java.util.List;

/**
 * The colours of a chart, after Okabe and Ito. Each has one meaning in all charts, and none is the only sign of it.
 *
 * @param suffix of the files in this style
 * @param ground behind everything
 * @param ink of text
 * @param muted of text that matters less
 * @param grid of the lines across
 * @param blue who leads, what went well
 * @param orange who wants to lead, what nobody knows
 * @param vermilion what went wrong, who is down
 * @param rest who follows
 * @param purple cut links
 * @param sky clocks
 * @param yellow disks
 * @param green anything else
 */
public record ChartStyle(
        String suffix,
        Color ground,
        Color ink,
        Color muted,
        Color grid,
        Color blue,
        Color orange,
        Color vermilion,
        Color rest,
        Color purple,
        Color sky,
        Color yellow,
        Color green) {

    /** For light pages. */
    public static final ChartStyle LIGHT = new ChartStyle(
            "",
            new Color(0xFFFFFF),
            new Color(0x24292F),
            new Color(0x6E7781),
            new Color(0xE6E8EB),
            new Color(0x0072B2),
            new Color(0xE69F00),
            new Color(0xD55E00),
            new Color(0xB7C4D1),
            new Color(0xCC79A7),
            new Color(0x56B4E9),
            new Color(0xC9B800),
            new Color(0x009E73));

    /** For dark pages. */
    public static final ChartStyle DARK = new ChartStyle(
            "-dark",
            new Color(0x0D1117),
            new Color(0xE6EDF3),
            new Color(0x9AA5B1),
            new Color(0x30363D),
            new Color(0x56B4E9),
            new Color(0xE69F00),
            new Color(0xFF8A4C),
            new Color(0x4A5561),
            new Color(0xE29AC6),
            new Color(0x7CC6EF),
            new Color(0xD8CA3D),
            new Color(0x2BB68A));

    /** Of lines that are told apart, besides by their dashes. */
    List<Color> lines() {
        return List.of(blue, orange, green, purple, vermilion);
    }

    Color of(FaultFamily family) {
        return switch (family) {
            case CUT -> purple;
            case NOISE -> orange;
            case CRASH -> muted;
            case CLOCK -> sky;
            case DISK -> yellow;
            case OTHER -> green;
        };
    }

    /** A colour for large areas, which does not let through what is behind it. */
    Color mild(Color color) {
        return new Color(
                (2 * color.getRed() + ground.getRed()) / 3,
                (2 * color.getGreen() + ground.getGreen()) / 3,
                (2 * color.getBlue() + ground.getBlue()) / 3);
    }

    /** A colour that lets through what is behind it; {@code opacity} from 0 to 255. */
    static Color faint(Color color, int opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), opacity);
    }
}
