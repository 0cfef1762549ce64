package org.javampi.pages.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Groups of bars from 0 up, one bar of each name in each group, and if wanted a line across: a
 * goal, or "as fast as the other".
 *
 * <pre>{@code
 * new Bars("ours / best", "ratio", "shm", "tcp").group("8 B", 0.7, 1.2).line(1).svg();
 * }</pre>
 */
public final class Bars implements Chart {
    private static final int LABEL_ROOM = 96;
    private static final double FILLED = 0.8;

    private final String title;
    private final String yLabel;
    private final List<String> names;
    private final List<String> groups = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();
    private double line = Double.NaN;

    /** An empty chart whose groups have one bar for each name. */
    public Bars(String title, String yLabel, String... names) {
        this.title = title;
        this.yLabel = yLabel;
        this.names = List.of(names);
    }

    /**
     * Adds a group; NaN leaves a gap.
     *
     * @throws IllegalArgumentException if there is not one value for each name
     */
    public Bars group(String label, double... heights) {
        if (heights.length != names.size()) {
            throw new IllegalArgumentException(
                    label + ": " + heights.length + " values for " + names.size() + " names");
        }
        groups.add(label);
        values.add(heights.clone());
        return this;
    }

    /** Draws a line across the chart at this height. */
    public Bars line(double height) {
        line = height;
        return this;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String svg() {
        Canvas canvas = new Canvas(title, names, LABEL_ROOM);
        double tallest = values.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .reduce(Double.isNaN(line) ? 0 : line, Math::max);
        Axis vertical = Axis.covering(Axis.Scale.LINEAR, 0, tallest);
        canvas.vertical(vertical, yLabel);
        double groupWidth = (double) Canvas.PLANE_WIDTH / Math.max(1, groups.size());
        double barWidth = groupWidth * FILLED / Math.max(1, names.size());
        for (int g = 0; g < groups.size(); g++) {
            double left = Canvas.LEFT + groupWidth * (g + (1 - FILLED) / 2);
            canvas.leaning(Canvas.LEFT + groupWidth * (g + 0.5) + 4, Canvas.BOTTOM + 14, groups.get(g));
            for (int n = 0; n < names.size(); n++) {
                double height = values.get(g)[n];
                if (Double.isFinite(height)) {
                    double y = canvas.y(vertical, height);
                    canvas.rectangle(
                            left + n * barWidth,
                            y,
                            barWidth,
                            Canvas.BOTTOM - y,
                            Canvas.colour(n),
                            groups.get(g) + ", " + names.get(n) + ": " + Axis.number(height));
                }
            }
        }
        if (!Double.isNaN(line)) {
            double y = canvas.y(vertical, line);
            canvas.line(Canvas.LEFT, y, Canvas.LEFT + Canvas.PLANE_WIDTH, y, "#b00", 1.5);
        }
        return canvas.finish();
    }
}
