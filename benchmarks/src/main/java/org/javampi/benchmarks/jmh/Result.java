package org.javampi.benchmarks.jmh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.javampi.pages.json.Json;

/**
 * One line of JMH's result.
 *
 * @param parameters by name, as JMH has them; the benchmark's own name as {@code benchmark}
 * @param median of all measured iterations
 * @param least of them
 * @param most of them
 * @param unit of these
 */
record Result(Map<String, String> parameters, double median, double least, double most, String unit) {

    /** All of a file that JMH has written with {@code -rf json}. */
    static List<Result> read(String json) {
        List<Result> results = new ArrayList<>();
        for (Object one : (List<?>) Json.read(json)) {
            Map<?, ?> entry = (Map<?, ?>) one;
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("benchmark", (String) entry.get("benchmark"));
            if (entry.get("params") instanceof Map<?, ?> params) {
                params.forEach((name, value) -> parameters.put((String) name, (String) value));
            }
            Map<?, ?> metric = (Map<?, ?>) entry.get("primaryMetric");
            double[] values = ((List<?>) metric.get("rawData"))
                    .stream()
                            .flatMap(fork -> ((List<?>) fork).stream())
                            .mapToDouble(value -> (Double) value)
                            .sorted()
                            .toArray();
            results.add(new Result(
                    parameters,
                    (values[(values.length - 1) / 2] + values[values.length / 2]) / 2,
                    values[0],
                    values[values.length - 1],
                    (String) metric.get("scoreUnit")));
        }
        return results;
    }

    /** Whether iterations differ so much that their median says little: something else ran on the machine. */
    boolean isUnsteady() {
        return most > 2 * least;
    }

    /** The value of a parameter, or "" when the benchmark has none of that name. */
    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }
}
