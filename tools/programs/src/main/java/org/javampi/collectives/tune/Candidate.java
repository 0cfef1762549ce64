package org.javampi.collectives.tune;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.javampi.core.spi.collective.Algorithm;
import org.javampi.core.spi.collective.Collective;
import org.javampi.core.spi.collective.CollectiveProvider;
import org.javampi.core.spi.collective.Parameter;
import org.javampi.core.spi.collective.Situation;

/**
 * An algorithm with parameters that may be better than the built-in choice.
 *
 * @param algorithm as rules name it, with its parameters
 * @param condition of the rule that would choose it: what it was measured for and must not be
 *     applied beyond
 * @param segment bytes of its segments, 0 when it has none: pointless for shorter messages
 */
record Candidate(String algorithm, String condition, long segment) {
    private static final Map<String, long[]> TRIED = Map.of(
            "segment", new long[] {16 << 10, 64 << 10, 256 << 10},
            "radix", new long[] {2, 4, 8},
            "chains", new long[] {2, 4},
            "batch", new long[] {1, 4, 32});

    /** Whether it can differ from the others for messages of {@code bytes}. */
    boolean isFor(long bytes) {
        return segment == 0 || segment < bytes;
    }

    /**
     * What {@code loader} finds for a collective that can run at {@code place}, on one host.
     *
     * @param quick with default parameters only
     */
    static List<Candidate> of(Collective collective, Place place, boolean quick, ClassLoader loader) {
        List<Candidate> found = new ArrayList<>();
        for (CollectiveProvider provider : ServiceLoader.load(CollectiveProvider.class, loader)) {
            for (Algorithm algorithm : provider.algorithms()) {
                if (Collective.of(algorithm) == collective) {
                    found.addAll(of(algorithm, place, quick));
                }
            }
        }
        return found;
    }

    /** An algorithm with each sensible combination of its parameters; none if it cannot run. */
    static List<Candidate> of(Algorithm algorithm, Place place, boolean quick) {
        String condition = condition(algorithm, place);
        if (condition == null) {
            return List.of();
        }
        List<Map<String, Long>> combinations = List.of(Map.of());
        for (Parameter parameter : algorithm.parameters()) {
            List<Map<String, Long>> longer = new ArrayList<>();
            for (Map<String, Long> combination : combinations) {
                for (long value : values(parameter, place.ranks(), quick)) {
                    Map<String, Long> one = new LinkedHashMap<>(combination);
                    one.put(parameter.name(), value);
                    longer.add(one);
                }
            }
            combinations = longer;
        }
        return combinations.stream()
                .map(values ->
                        new Candidate(algorithm.name() + text(values), condition, values.getOrDefault("segment", 0L)))
                .toList();
    }

    private static List<Long> values(Parameter parameter, int ranks, boolean quick) {
        List<Long> values = new ArrayList<>();
        for (long value : TRIED.getOrDefault(parameter.name(), new long[0])) {
            // With as many branches as ranks there is one node, whatever the number.
            boolean distinct = parameter.name().equals("segment") || value < Math.max(ranks, 3);
            if (!quick && distinct && value >= parameter.least() && value <= parameter.most()) {
                values.add(value);
            }
        }
        if (values.isEmpty()) {
            values.add(parameter.fallback());
        }
        return values;
    }

    private static String text(Map<String, Long> values) {
        return values.isEmpty()
                ? ""
                : values.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + Bytes.text(entry.getValue()))
                        .collect(Collectors.joining(",", "(", ")"));
    }

    /** Null when it cannot run, or when no one condition keeps it where it can. */
    private static String condition(Algorithm algorithm, Place place) {
        int ranks = place.ranks();
        boolean needsMemory = !runs(algorithm, ranks, true, true, false);
        if (needsMemory && !place.sharedMemory()) {
            return null;
        }
        boolean memory = needsMemory;
        if (!runs(algorithm, ranks, true, true, memory)) {
            return null;
        }
        boolean anyOrder = runs(algorithm, ranks, false, true, memory);
        boolean anySizes = runs(algorithm, ranks, true, false, memory);
        String where = needsMemory ? "shared_memory" : "one_host";
        if (anyOrder && anySizes) {
            return where;
        }
        if (anyOrder) {
            return where + "_regular";
        }
        return anySizes && !needsMemory ? "one_host_commutative" : null;
    }

    private static boolean runs(
            Algorithm algorithm, int ranks, boolean commutative, boolean regular, boolean sharedMemory) {
        Situation situation = new Situation(ranks, 1, commutative, regular, sharedMemory);
        return algorithm.refusal(situation) == null;
    }
}
