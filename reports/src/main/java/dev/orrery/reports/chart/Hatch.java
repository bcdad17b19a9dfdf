package dev.orrery.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.TexturePaint;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Areas that are told apart without colours. */
final class Hatch {
    private static final int SIZE = 12;

    private Hatch() {}

    /** Lines that rise. */
    static Paint diagonal(Color color) {
        return texture(color, false);
    }

    /** Lines that rise and lines that fall. */
    static Paint crossed(Color color) {
        return texture(color, true);
    }

    private static Paint texture(Color color, boolean crossed) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(ChartStyle.faint(color, 60));
        graphics.fillRect(0, 0, SIZE, SIZE);
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke(2));
        for (int i = -SIZE; i <= SIZE; i += SIZE) {
            graphics.draw(new Line2D.Double(i - 1, SIZE + 1, i + SIZE + 1, -1));
            if (crossed) {
                graphics.draw(new Line2D.Double(i - 1, -1, i + SIZE + 1, SIZE + 1));
            }
        }
        graphics.dispose();
        // The charts are drawn at twice the size.
        return new TexturePaint(image, new Rectangle2D.Double(0, 0, SIZE / 2.0, SIZE / 2.0));
    }
}
