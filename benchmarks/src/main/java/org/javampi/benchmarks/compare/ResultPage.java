package org.javampi.benchmarks.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.javampi.benchmarks.figures.Row;
import org.javampi.pages.draw.Axis;
import org.javampi.pages.draw.Bars;
import org.javampi.pages.draw.Chart;
import org.javampi.pages.draw.Curves;
import org.javampi.pages.draw.Page;
import org.javampi.pages.draw.Series;

/** Results as one page: how often we are faster, the curves behind it, and the table. */
public final class ResultPage {
    private final Results results;
    private final List<Comparison> lines;

    /** A page of these results. */
    public ResultPage(Results results) {
        this.results = results;
        lines = results.comparisons(Figure.TYPICAL);
    }

    /** The whole HTML file. */
    public String html() {
        Page page = new Page("javampi beside Open MPI and MPICH");
        page.paragraph("Medians over alternating rounds; the mean of a round where ranks outnumber cores. "
                + "Bars show how often faster we are than the better one of the two others: "
                + "above the line we are ahead.");
        bars(lines, "").forEach(page::chart);
        page.heading("By the fastest samples")
                .paragraph("What is left of a measurement that other programs have disturbed.");
        bars(results.comparisons(Figure.BEST), ", fastest samples").forEach(page::chart);
        for (Cores distance : results.cores()) {
            Results part = results.at(distance);
            if (distance != Cores.UNKNOWN && !part.comparisons(Figure.TYPICAL).isEmpty()) {
                page.heading("Where cores were " + distance)
                        .paragraph("A flag was sent from core to core before and after each measurement.");
                bars(part.comparisons(Figure.TYPICAL), ", cores " + distance).forEach(page::chart);
            }
        }
        page.heading("Point to point");
        pointToPoint().forEach(page::chart);
        List<Chart> collectives = collectives();
        if (!collectives.isEmpty()) {
            page.heading("Collectives").paragraph("The mean over the ranks, over shared memory.");
            collectives.forEach(page::chart);
        }
        List<Chart> algorithms = algorithms();
        if (!algorithms.isEmpty()) {
            page.heading("Our algorithms");
            algorithms.forEach(page::chart);
        }
        return page.heading("All figures")
                .verbatim(new ResultTable(results).text())
                .html();
    }

    /** Charts of how often faster we are: one of point to point, one of collectives for each np. */
    private static List<Chart> bars(List<Comparison> lines, String kind) {
        List<Chart> charts = new ArrayList<>();
        Predicate<Comparison> pair =
                line -> !collective(line) && !line.benchmark().equals("start");
        if (lines.stream().anyMatch(pair)) {
            Bars bars = new Bars("Point to point, 2 ranks" + kind, "times faster", "shm", "tcp");
            for (String name : names(lines, pair)) {
                for (long size : sizes(lines, line -> line.benchmark().equals(name))) {
                    bars.group(
                            name + " " + bytes(size),
                            speedUp(lines, name, "shm", 2, size),
                            speedUp(lines, name, "tcp", 2, size));
                }
            }
            charts.add(bars.line(1));
        }
        for (int np : ranks(lines)) {
            Predicate<Comparison> here = line -> collective(line) && line.ranks() == np;
            List<Long> sizes = sizes(lines, line -> here.test(line) && line.size() > 0);
            String[] legend = sizes.stream().map(ResultPage::bytes).toArray(String[]::new);
            Bars bars = new Bars("Collectives, " + np + " ranks, shm" + kind, "times faster", legend);
            for (String name : names(lines, here)) {
                double[] heights = new double[sizes.size()];
                for (int i = 0; i < heights.length; i++) {
                    long size = name.equals("barrier") ? i == 0 ? 0 : -1 : sizes.get(i);
                    heights[i] = speedUp(lines, name, "shm", np, size);
                }
                bars.group(name, heights);
            }
            charts.add(bars.line(1));
        }
        return charts;
    }

    private List<Chart> pointToPoint() {
        List<Chart> charts = new ArrayList<>();
        for (String name : List.of("latency", "bandwidth")) {
            for (String medium : List.of("shm", "tcp")) {
                Predicate<Comparison> here =
                        line -> line.benchmark().equals(name) && line.medium().equals(medium);
                if (lines.stream().anyMatch(here)) {
                    charts.add(contest(name + ", " + medium, here));
                }
            }
        }
        return charts;
    }

    private List<Chart> collectives() {
        List<Chart> charts = new ArrayList<>();
        for (String name : names(lines, line -> collective(line) && line.size() > 0)) {
            for (int np : ranks(lines)) {
                charts.add(contest(
                        name + ", " + np + " ranks", line -> line.benchmark().equals(name) && line.ranks() == np));
            }
        }
        return charts;
    }

    private Chart contest(String title, Predicate<Comparison> which) {
        List<Comparison> here = lines.stream().filter(which).toList();
        Series ours = new Series("javampi");
        Series openmpi = new Series("openmpi");
        Series mpich = new Series("mpich");
        for (Comparison line : here) {
            ours.add(line.size(), line.ours());
            openmpi.add(line.size(), line.openmpi());
            mpich.add(line.size(), line.mpich());
        }
        return new Curves(title, "bytes", here.get(0).unit(), Axis.Scale.BYTES, Axis.Scale.LOG10)
                .add(ours)
                .add(openmpi)
                .add(mpich);
    }

    /** For each collective and np one curve per algorithm, if algorithms were measured. */
    private List<Chart> algorithms() {
        List<Measured> chosen = results.measured().stream()
                .filter(one -> one.by().contains("="))
                .toList();
        Set<String> titles = new LinkedHashSet<>();
        List<Chart> charts = new ArrayList<>();
        for (Measured first : chosen) {
            String name = first.row().benchmark();
            int np = first.row().ranks();
            if (first.row().size() == 0 || !titles.add(name + ", " + np + " ranks")) {
                continue;
            }
            Curves curves = new Curves(
                    name + ", " + np + " ranks, by algorithm",
                    "bytes",
                    first.row().unit(),
                    Axis.Scale.BYTES,
                    Axis.Scale.LOG10);
            List<Row> rows = chosen.stream()
                    .map(Measured::row)
                    .filter(row -> row.benchmark().equals(name) && row.ranks() == np)
                    .toList();
            for (String by :
                    new LinkedHashSet<>(chosen.stream().map(Measured::by).toList())) {
                if (by.startsWith(name + "=")) {
                    Series series = new Series(by.substring(name.length() + 1));
                    Set<Long> sizes = new TreeSet<>(rows.stream().map(Row::size).toList());
                    for (long size : sizes) {
                        series.add(size, results.figure(Figure.TYPICAL, by, "shm", name, np, size));
                    }
                    curves.add(series);
                }
            }
            charts.add(curves);
        }
        return charts;
    }

    private static double speedUp(List<Comparison> lines, String name, String medium, int np, long size) {
        return lines.stream()
                .filter(line -> line.benchmark().equals(name)
                        && line.medium().equals(medium)
                        && line.ranks() == np
                        && line.size() == size)
                .mapToDouble(Comparison::speedUp)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static boolean collective(Comparison line) {
        return !List.of("latency", "bandwidth", "bibandwidth", "rate", "start").contains(line.benchmark());
    }

    private static Set<String> names(List<Comparison> lines, Predicate<Comparison> which) {
        return new LinkedHashSet<>(
                lines.stream().filter(which).map(Comparison::benchmark).toList());
    }

    private static List<Long> sizes(List<Comparison> lines, Predicate<Comparison> which) {
        return lines.stream()
                .filter(which)
                .map(Comparison::size)
                .distinct()
                .sorted()
                .toList();
    }

    private static Set<Integer> ranks(List<Comparison> lines) {
        return new TreeSet<>(lines.stream()
                .filter(ResultPage::collective)
                .map(Comparison::ranks)
                .toList());
    }

    /** A size as people say it: {@code 64 KiB}. */
    static String bytes(long size) {
        if (size >= 1 << 20 && size % (1 << 20) == 0) {
            return (size >> 20) + " MiB";
        }
        return size >= 1024 && size % 1024 == 0 ? (size >> 10) + " KiB" : String.format(Locale.ROOT, "%d B", size);
    }
}
