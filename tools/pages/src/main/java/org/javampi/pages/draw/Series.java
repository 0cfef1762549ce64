package org.javampi.pages.draw;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A named curve: the same colour and one line of the legend. */
public final class Series {
    private final String name;
    private final List<Point> points = new ArrayList<>();

    /** An empty curve. */
    public Series(String name) {
        this.name = name;
    }

    /** Adds a place; NaN and infinite ones are left out, as nothing can be drawn there. */
    public Series add(double x, double y) {
        if (Double.isFinite(x) && Double.isFinite(y)) {
            points.add(new Point(x, y));
        }
        return this;
    }

    /** What the legend says. */
    public String name() {
        return name;
    }

    /** The places in the order they were added. */
    public List<Point> points() {
        return Collections.unmodifiableList(points);
    }
}
