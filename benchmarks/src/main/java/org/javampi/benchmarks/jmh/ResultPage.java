package org.javampi.benchmarks.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.javampi.pages.draw.Axis;
import org.javampi.pages.draw.Curves;
import org.javampi.pages.draw.Page;
import org.javampi.pages.draw.Series;

/**
 * Draws what {@link CollectiveBenchmark} has measured: over sizes or numbers of ranks, whichever
 * has more values, a curve for each algorithm and a chart for each combination of all else. Drawn
 * is the median of all iterations, since one of a second in which the machine was busy elsewhere
 * would draw a mean far away.
 */
public final class ResultPage {
    private static final List<String> NAMES = List.of("collective", "algorithm", "np", "bytes", "transport", "ranks");

    private final List<Result> results;
    private final String x;

    ResultPage(List<Result> results) {
        this.results = results;
        x = values("bytes") > values("np") ? "bytes" : "np";
    }

    private long values(String parameter) {
        return results.stream().map(r -> r.parameter(parameter)).distinct().count();
    }

    /**
     * Arguments: JMH's JSON, the folder to write {@code index.html} and {@code chart-N.svg} into,
     * and any further words as a line about the machine. Prints where the page is.
     */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[1]));
        ResultPage page = new ResultPage(Result.read(Files.readString(Path.of(args[0]))));
        List<Curves> charts = page.charts();
        for (int i = 0; i < charts.size(); i++) {
            Files.writeString(
                    folder.resolve("chart-" + (i + 1) + ".svg"), charts.get(i).svg());
        }
        Path file = folder.resolve("index.html");
        String machine = Stream.of(args).skip(2).collect(Collectors.joining(" "));
        Files.writeString(file, page.html(charts, machine));
        System.out.println(file.toAbsolutePath().normalize().toUri());
        System.out.print(page.warnings());
    }

    /** A line for each result that should be measured again, after one that says why; empty when there is none. */
    String warnings() {
        StringBuilder text = new StringBuilder();
        for (Result result : results) {
            if (result.isUnsteady()) {
                text.append(String.format(
                        Locale.ROOT,
                        "  %s: %.3f, from %.3f to %.3f %s%n",
                        NAMES.stream()
                                .map(name -> name + "=" + result.parameter(name))
                                .collect(Collectors.joining(" ")),
                        result.median(),
                        result.least(),
                        result.most(),
                        unit()));
            }
        }
        return text.isEmpty()
                ? ""
                : "unsteady: the slowest iteration took more than twice the fastest; measure again on a quiet machine\n"
                        + text;
    }

    /** A chart for each combination of what is neither drawn along the axis nor a curve. */
    List<Curves> charts() {
        Map<String, Map<String, List<Result>>> byTitle = new LinkedHashMap<>();
        for (Result result : results) {
            byTitle.computeIfAbsent(title(result), t -> new LinkedHashMap<>())
                    .computeIfAbsent(result.parameter("algorithm"), a -> new ArrayList<>())
                    .add(result);
        }
        List<Curves> charts = new ArrayList<>();
        byTitle.forEach((title, curves) -> {
            Axis.Scale scale = x.equals("bytes") ? Axis.Scale.BYTES : Axis.Scale.LINEAR;
            Curves chart = new Curves(title, label(), unit(), scale, Axis.Scale.LOG10);
            curves.forEach((name, points) -> chart.add(series(name, points)));
            charts.add(chart);
        });
        return charts;
    }

    private String label() {
        return x.equals("bytes") ? "bytes" : "ranks";
    }

    private String unit() {
        return results.get(0).unit().replace("/op", "");
    }

    private String title(Result result) {
        boolean barrier = result.parameter("collective").equals("barrier");
        String constant = x.equals("bytes")
                ? ", np " + result.parameter("np")
                : barrier ? "" : ", " + result.parameter("bytes") + " bytes";
        return result.parameter("collective")
                + constant
                + ", "
                + result.parameter("ranks")
                + " over "
                + result.parameter("transport");
    }

    private Series series(String name, List<Result> points) {
        Series series = new Series(name);
        points.stream()
                .sorted(Comparator.comparingDouble(this::place))
                .forEach(result -> series.add(place(result), result.median()));
        return series;
    }

    private double place(Result result) {
        return Double.parseDouble(result.parameter(x));
    }

    String html(List<Curves> charts, String machine) {
        Page page = new Page("Collectives measured with JMH");
        page.paragraph("Time of one call, median of all iterations, in "
                + unit()
                + "; in the table with the least and the most. "
                + machine);
        charts.forEach(page::chart);
        List<String> header = new ArrayList<>(NAMES);
        header.addAll(List.of("median", "least", "most", ""));
        List<List<String>> rows = new ArrayList<>();
        for (Result result : results) {
            List<String> row = new ArrayList<>();
            NAMES.forEach(name -> row.add(result.parameter(name)));
            for (double value : new double[] {result.median(), result.least(), result.most()}) {
                row.add(String.format(Locale.ROOT, "%.3f", value));
            }
            row.add(result.isUnsteady() ? "unsteady" : "");
            rows.add(row);
        }
        return page.table(header, rows).html();
    }
}
