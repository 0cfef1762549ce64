package org.javampi.benchmarks.figures;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One line of a benchmark's result: what was measured and its figures.
 *
 * @param benchmark its name, for instance {@code latency} or {@code allreduce}
 * @param ranks how many took part
 * @param size bytes, or whatever the benchmark varies
 * @param unit of the figures: {@code us}, {@code MB/s}, {@code msg/s}, {@code %}, {@code KiB}
 */
public record Row(String benchmark, int ranks, long size, String unit, Summary figures) {
    /** The first line of CSV. */
    public static final String CSV_HEADER = "benchmark,ranks,size,unit,min,mean,p50,p90,p99,max,samples";

    private static final int COLUMNS = 11;

    /** The line of CSV. */
    public String csv() {
        return String.format(
                Locale.ROOT,
                "%s,%d,%d,%s,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%d",
                benchmark,
                ranks,
                size,
                unit,
                figures.min(),
                figures.mean(),
                figures.p50(),
                figures.p90(),
                figures.p99(),
                figures.max(),
                figures.samples());
    }

    /**
     * What a line of CSV says.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static Row parse(String line) {
        String[] cells = line.strip().split(",");
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException("not a result line: " + line);
        }
        double[] figures = new double[6];
        for (int i = 0; i < figures.length; i++) {
            figures[i] = Double.parseDouble(cells[4 + i]);
        }
        return new Row(
                cells[0],
                Integer.parseInt(cells[1]),
                Long.parseLong(cells[2]),
                cells[3],
                new Summary(
                        figures[0],
                        figures[1],
                        figures[2],
                        figures[3],
                        figures[4],
                        figures[5],
                        Integer.parseInt(cells[10])));
    }

    /** As members of a JSON object, in the order of the columns. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("benchmark", benchmark);
        members.put("ranks", ranks);
        members.put("size", size);
        members.put("unit", unit);
        members.put("min", figures.min());
        members.put("mean", figures.mean());
        members.put("p50", figures.p50());
        members.put("p90", figures.p90());
        members.put("p99", figures.p99());
        members.put("max", figures.max());
        members.put("samples", figures.samples());
        return members;
    }
}
