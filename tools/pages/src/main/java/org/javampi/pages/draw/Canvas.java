package org.javampi.pages.draw;

import java.util.List;
import java.util.Locale;

/**
 * The SVG under construction: heading, frame, axes, legend, and the plane that curves or bars are
 * drawn on. Lengths are pixels of the view box; y grows downwards, as in SVG.
 */
final class Canvas {
    static final int WIDTH = 700;
    static final int TOP = 40;
    static final int LEFT = 72;
    static final int PLANE_WIDTH = WIDTH - LEFT - 20;
    static final int PLANE_HEIGHT = 280;
    static final int BOTTOM = TOP + PLANE_HEIGHT;

    private static final int LEGEND_LINE = 18;
    private static final int LEGEND_COLUMNS = 3;

    /** Okabe and Ito's colours, which the colour-blind tell apart, and darker ones after them. */
    private static final List<String> COLOURS = List.of(
            "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#5b3a8c", "#8a5a00", "#00584a",
            "#7a1f5c");

    private final StringBuilder out = new StringBuilder();
    private final int legendTop;

    /** A canvas with its heading; {@code belowPlane} pixels are kept for labels under the plane. */
    Canvas(String title, List<String> legend, int belowPlane) {
        legendTop = BOTTOM + belowPlane;
        int lines = (legend.size() + LEGEND_COLUMNS - 1) / LEGEND_COLUMNS;
        int height = legendTop + lines * LEGEND_LINE + 8;
        out.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" "
                        + "font-family=\"sans-serif\" font-size=\"12\" role=\"img\">%n<title>%s</title>%n"
                        + "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>%n",
                WIDTH,
                height,
                WIDTH,
                height,
                escaped(title),
                WIDTH,
                height));
        out.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"22\" font-size=\"15\" font-weight=\"bold\">%s</text>%n",
                LEFT,
                escaped(title)));
        for (int i = 0; i < legend.size(); i++) {
            int x = LEFT + i % LEGEND_COLUMNS * (PLANE_WIDTH / LEGEND_COLUMNS);
            int y = legendTop + i / LEGEND_COLUMNS * LEGEND_LINE;
            rectangle(x, y, 12, 12, colour(i), "");
            text(x + 18, y + 10, "start", legend.get(i));
        }
    }

    /** The colour of the n-th series; they repeat after ten. */
    static String colour(int n) {
        return COLOURS.get(n % COLOURS.size());
    }

    /** Lines and labels of the vertical axis. */
    void vertical(Axis axis, String label) {
        for (double tick : axis.ticks()) {
            double y = y(axis, tick);
            line(LEFT, y, LEFT + PLANE_WIDTH, y, "#ddd", 1);
            text(LEFT - 6, y + 4, "end", axis.label(tick));
        }
        out.append(String.format(
                Locale.ROOT,
                "<text transform=\"translate(16 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>%n",
                TOP + PLANE_HEIGHT / 2,
                escaped(label)));
    }

    /** Lines and labels of the horizontal axis. */
    void horizontal(Axis axis, String label) {
        for (double tick : axis.ticks()) {
            double x = x(axis, tick);
            line(x, TOP, x, BOTTOM, "#eee", 1);
            text(x, BOTTOM + 16, "middle", axis.label(tick));
        }
        text(LEFT + PLANE_WIDTH / 2.0, BOTTOM + 34, "middle", label);
    }

    double x(Axis axis, double value) {
        return LEFT + PLANE_WIDTH * axis.position(value);
    }

    double y(Axis axis, double value) {
        return BOTTOM - PLANE_HEIGHT * axis.position(value);
    }

    void line(double x1, double y1, double x2, double y2, String colour, double width) {
        out.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%.1f\"/>%n",
                x1,
                y1,
                x2,
                y2,
                colour,
                width));
    }

    void text(double x, double y, String anchor, String text) {
        out.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                escaped(text)));
    }

    /** A word that leans to the left, for bars that stand close together. */
    void leaning(double x, double y, String text) {
        out.append(String.format(
                Locale.ROOT,
                "<text transform=\"translate(%.1f %.1f) rotate(-40)\" text-anchor=\"end\" font-size=\"11\">%s</text>%n",
                x,
                y,
                escaped(text)));
    }

    /** A filled rectangle; {@code tip} is shown when the mouse rests on it. */
    void rectangle(double x, double y, double width, double height, String colour, String tip) {
        out.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\">%s</rect>%n",
                x,
                y,
                width,
                height,
                colour,
                tip(tip)));
    }

    void dot(double x, double y, String colour, String tip) {
        out.append(String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\">%s</circle>%n",
                x,
                y,
                colour,
                tip(tip)));
    }

    /** A line through many places; {@code path} is pairs {@code x,y} with blanks between. */
    void polyline(String path, String colour) {
        out.append(String.format(
                Locale.ROOT,
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n",
                path,
                colour));
    }

    /** The frame around the plane and the end of the picture. */
    String finish() {
        out.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#444\"/>%n</svg>%n",
                LEFT,
                TOP,
                PLANE_WIDTH,
                PLANE_HEIGHT));
        return out.toString();
    }

    /** Text as XML and HTML need it, in elements and in attributes. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String tip(String text) {
        return text.isEmpty() ? "" : "<title>" + escaped(text) + "</title>";
    }
}
