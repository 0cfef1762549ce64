package org.javampi.benchmarks.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import org.javampi.benchmarks.figures.Row;
import org.javampi.benchmarks.figures.Summary;

/**
 * One row that a contestant's program printed.
 *
 * @param by {@code javampi}, {@code openmpi}, {@code mpich}, {@code limit}, or one of our
 *     algorithms: {@code allreduce=ring}
 * @param round from 1
 * @param flags what a flag took at that time
 */
public record Measured(String by, int round, String medium, Row row, Flags flags) {

    /** The same, measured between these flags. */
    Measured at(Flags newFlags) {
        return new Measured(by, round, medium, row, newFlags);
    }

    /** As a JSON object. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("by", by);
        members.put("round", round);
        members.put("medium", medium);
        members.putAll(row.members());
        if (flags.cores() != Cores.UNKNOWN) {
            members.put("flag before", flags.beforeUs());
            members.put("flag after", flags.afterUs());
        }
        return members;
    }

    /** What {@link #members} made. */
    static Measured of(Map<?, ?> members) {
        Summary figures = new Summary(
                number(members, "min"),
                number(members, "mean"),
                number(members, "p50"),
                number(members, "p90"),
                number(members, "p99"),
                number(members, "max"),
                (int) number(members, "samples"));
        Row row = new Row(
                (String) members.get("benchmark"),
                (int) number(members, "ranks"),
                (long) number(members, "size"),
                (String) members.get("unit"),
                figures);
        Flags flags = members.containsKey("flag before")
                ? new Flags(number(members, "flag before"), number(members, "flag after"))
                : Flags.NONE;
        return new Measured(
                (String) members.get("by"), (int) number(members, "round"), (String) members.get("medium"), row, flags);
    }

    private static double number(Map<?, ?> members, String name) {
        return ((Number) members.get(name)).doubleValue();
    }
}
