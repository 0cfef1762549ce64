package org.javampi.conformance.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.javampi.collectives.BuiltInCollectives;
import org.javampi.core.spi.collective.Algorithm;
import org.javampi.core.spi.collective.Collective;
import org.javampi.core.spi.collective.Parameter;

/** Rules that choose one of the built-in algorithms, as the communicator's attribute takes them. */
public final class AlgorithmRules {
    private static final List<Algorithm> ALL = new BuiltInCollectives().algorithms();

    private AlgorithmRules() {}

    /** One of the algorithms of {@code collective} ("bcast"), with any of its parameters. */
    public static String any(String collective, Random random) {
        List<Algorithm> found = new ArrayList<>(ALL);
        found.removeIf(a -> !Collective.of(a).label().equals(collective));
        Algorithm algorithm = found.get(random.nextInt(found.size()));
        StringBuilder parameters = new StringBuilder();
        for (Parameter parameter : algorithm.parameters()) {
            long value = parameter.name().equals("segment") ? segment(random) : 2 + random.nextInt(4);
            long allowed = Math.max(parameter.least(), Math.min(parameter.most(), value));
            parameters.append(parameters.isEmpty() ? "(" : ",");
            parameters.append(parameter.name()).append('=').append(allowed);
        }
        return collective + "=" + algorithm.name() + parameters + (parameters.isEmpty() ? "" : ")");
    }

    private static long segment(Random random) {
        return 1L << 4 + random.nextInt(12);
    }
}
