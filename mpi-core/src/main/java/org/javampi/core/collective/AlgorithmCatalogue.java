package org.javampi.core.collective;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.javampi.MPI;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.spi.collective.Algorithm;
import org.javampi.core.spi.collective.Collective;
import org.javampi.core.spi.collective.CollectiveProvider;
import org.javampi.job.Providers;

/** All algorithms that can be found on the class path, and the rules that came with them. */
public final class AlgorithmCatalogue {
    private final Map<Collective, List<Algorithm>> algorithms = new EnumMap<>(Collective.class);
    private final List<SelectionRule> builtInRules = new ArrayList<>();

    /** Looks for providers where {@code loader} sees them. */
    public AlgorithmCatalogue(ClassLoader loader) {
        for (Collective collective : Collective.values()) {
            algorithms.put(collective, new ArrayList<>());
        }
        List<String> rules = new ArrayList<>();
        for (CollectiveProvider provider : Providers.of(CollectiveProvider.class, loader)) {
            for (Algorithm algorithm : provider.algorithms()) {
                algorithms.get(Collective.of(algorithm)).add(algorithm);
            }
            rules.add(provider.rules());
        }
        RuleParser parser = new RuleParser(this);
        for (String text : rules) {
            builtInRules.addAll(parser.parse(text, "built in"));
        }
    }

    /** The algorithms of a collective, with default parameters. */
    public List<Algorithm> of(Collective collective) {
        return algorithms.get(collective);
    }

    /** Rules of the providers, tried last. */
    List<SelectionRule> builtInRules() {
        return builtInRules;
    }

    /** The algorithm called {@code name}. */
    Algorithm find(Collective collective, String name) {
        for (Algorithm algorithm : of(collective)) {
            if (algorithm.name().equals(name)) {
                return algorithm;
            }
        }
        throw new MpiFailure(
                MPI.MPI_ERR_ARG,
                collective.label()
                        + " has no algorithm '"
                        + name
                        + "': known are "
                        + of(collective).stream().map(Algorithm::name).collect(Collectors.joining(", "))
                        + "; one of your own is found through META-INF/services/"
                        + CollectiveProvider.class.getName()
                        + " on the class path");
    }
}
