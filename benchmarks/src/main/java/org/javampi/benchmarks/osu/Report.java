package org.javampi.benchmarks.osu;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.javampi.benchmarks.figures.Row;
import org.javampi.benchmarks.figures.Summary;
import org.javampi.pages.json.Json;

/** Prints the results of one benchmark as they come, on rank 0; the other ranks print nothing. */
final class Report implements AutoCloseable {
    private final PrintStream out;
    private final Options.Format format;
    private final int ranks;
    private final List<Map<String, Object>> objects = new ArrayList<>();
    private boolean begun;

    Report(PrintStream out, Options options, int ranks) {
        this.out = out;
        this.format = options.format();
        this.ranks = ranks;
    }

    /** One result; null figures, those of other ranks than 0, are passed over. */
    void add(String benchmark, long size, String unit, Summary figures) {
        if (figures == null) {
            return;
        }
        Row row = new Row(benchmark, ranks, size, unit, figures);
        switch (format) {
            case CSV -> {
                head(Row.CSV_HEADER);
                out.println(row.csv());
            }
            case TABLE -> {
                head(String.format(
                        Locale.ROOT,
                        "%-24s %5s %9s %12s %12s %12s %12s %12s %12s  unit",
                        "benchmark",
                        "ranks",
                        "size",
                        "min",
                        "mean",
                        "p50",
                        "p90",
                        "p99",
                        "max"));
                out.println(String.format(
                        Locale.ROOT,
                        "%-24s %5d %9d %12.3f %12.3f %12.3f %12.3f %12.3f %12.3f  %s",
                        benchmark,
                        ranks,
                        size,
                        figures.min(),
                        figures.mean(),
                        figures.p50(),
                        figures.p90(),
                        figures.p99(),
                        figures.max(),
                        unit));
            }
            case JSON -> objects.add(row.members());
        }
    }

    /** One result of round trips: half of each, in microseconds. */
    void addHalves(String benchmark, long size, Summary seconds) {
        add(benchmark, size, "us", seconds == null ? null : seconds.map(s -> s / 2 * 1e6));
    }

    @Override
    public void close() {
        if (!objects.isEmpty()) {
            out.print(Json.write(objects));
        }
        out.flush();
    }

    private void head(String line) {
        if (!begun) {
            out.println(line);
            begun = true;
        }
    }
}
