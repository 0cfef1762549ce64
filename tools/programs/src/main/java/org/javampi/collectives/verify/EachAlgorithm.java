package org.javampi.collectives.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.javampi.core.spi.collective.Algorithm;
import org.javampi.core.spi.collective.Collective;
import org.javampi.core.spi.collective.CollectiveProvider;

/** Rules that choose each algorithm there is. */
public final class EachAlgorithm {
    private EachAlgorithm() {}

    /**
     * A rule for each algorithm of a collective on the class path; another with short segments,
     * with a root that combines little alone, and with a radix of three, for those that have such a
     * parameter.
     */
    public static List<String> of(Collective collective) {
        List<String> rules = new ArrayList<>();
        ClassLoader loader = EachAlgorithm.class.getClassLoader();
        for (CollectiveProvider provider : ServiceLoader.load(CollectiveProvider.class, loader)) {
            for (Algorithm algorithm : provider.algorithms()) {
                if (Collective.of(algorithm) == collective) {
                    addRules(rules, collective.label() + "=" + algorithm.name(), algorithm);
                }
            }
        }
        return rules;
    }

    private static void addRules(List<String> rules, String rule, Algorithm algorithm) {
        rules.add(rule);
        if (has(algorithm, "segment")) {
            rules.add(rule + "(segment=1500)");
        }
        if (has(algorithm, "alone")) {
            rules.add(rule + "(alone=1)");
        }
        if (has(algorithm, "radix")) {
            rules.add(rule + "(radix=3)");
        }
    }

    private static boolean has(Algorithm algorithm, String parameter) {
        return algorithm.parameters().stream().anyMatch(p -> p.name().equals(parameter));
    }

    /** Those of all collectives. */
    public static List<String> all() {
        List<String> rules = new ArrayList<>();
        for (Collective collective : Collective.values()) {
            rules.addAll(of(collective));
        }
        return rules;
    }
}
