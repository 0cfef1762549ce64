package org.javampi.pages.draw;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;

/**
 * Series as lines over two axes; rest the mouse on a dot to read its value.
 *
 * <pre>{@code
 * new Curves("allreduce, np 4", "bytes", "us", Axis.Scale.BYTES, Axis.Scale.LOG10)
 *         .add(new Series("ring").add(8, 2.1).add(1024, 2.6))
 *         .svg();
 * }</pre>
 */
public final class Curves implements Chart {
    private final String title;
    private final String xLabel;
    private final String yLabel;
    private final Axis.Scale xScale;
    private final Axis.Scale yScale;
    private final List<Series> series = new ArrayList<>();

    /** An empty chart. */
    public Curves(String title, String xLabel, String yLabel, Axis.Scale xScale, Axis.Scale yScale) {
        this.title = title;
        this.xLabel = xLabel;
        this.yLabel = yLabel;
        this.xScale = xScale;
        this.yScale = yScale;
    }

    /** Adds a curve. */
    public Curves add(Series one) {
        series.add(one);
        return this;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String svg() {
        Canvas canvas = new Canvas(title, series.stream().map(Series::name).toList(), 46);
        DoubleSummaryStatistics xs = new DoubleSummaryStatistics();
        DoubleSummaryStatistics ys = new DoubleSummaryStatistics();
        for (Series one : series) {
            for (Point point : one.points()) {
                xs.accept(point.x());
                ys.accept(point.y());
            }
        }
        if (xs.getCount() == 0) {
            canvas.text(
                    Canvas.LEFT + Canvas.PLANE_WIDTH / 2.0,
                    Canvas.TOP + Canvas.PLANE_HEIGHT / 2.0,
                    "middle",
                    "no measurement");
            return canvas.finish();
        }
        Axis horizontal = Axis.covering(xScale, xs.getMin(), xs.getMax());
        Axis vertical = Axis.covering(yScale, ys.getMin(), ys.getMax());
        canvas.horizontal(horizontal, xLabel);
        canvas.vertical(vertical, yLabel);
        for (int i = 0; i < series.size(); i++) {
            draw(canvas, series.get(i), Canvas.colour(i), horizontal, vertical);
        }
        return canvas.finish();
    }

    private void draw(Canvas canvas, Series one, String colour, Axis horizontal, Axis vertical) {
        StringBuilder path = new StringBuilder();
        for (Point point : one.points()) {
            double x = canvas.x(horizontal, point.x());
            double y = canvas.y(vertical, point.y());
            path.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        }
        canvas.polyline(path.toString().trim(), colour);
        for (Point point : one.points()) {
            String tip = one.name()
                    + ": "
                    + horizontal.label(point.x())
                    + " "
                    + xLabel
                    + ", "
                    + Axis.number(point.y())
                    + " "
                    + yLabel;
            canvas.dot(canvas.x(horizontal, point.x()), canvas.y(vertical, point.y()), colour, tip);
        }
    }
}
