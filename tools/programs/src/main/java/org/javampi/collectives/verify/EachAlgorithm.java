package org.javampi.collectives.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.javampi.core.spi.collective.Algorithm;
import org.javampi.core.spi.collective.Collective;
import org.javampi.core.spi.collective.CollectiveProvider;
import org.javampi.core.spi.collective.Situation;

/** Rules that choose each algorithm there is. */
public final class EachAlgorithm {
    private EachAlgorithm() {}

    /**
     * A rule for each algorithm of a collective on the class path; another with short segments,
     * with a root that combines little alone, and with a radix of three, for those that have such a
     * parameter.
     */
    public static List<String> of(Collective collective) {
        return of("", collective);
    }

    /**
     * The same for the form of calls that {@code prefix} stands for before the name of a collective: i for
     * those that do not block, which algorithms in shared memory cannot carry out.
     */
    static List<String> of(String prefix, Collective collective) {
        List<String> rules = new ArrayList<>();
        ClassLoader loader = EachAlgorithm.class.getClassLoader();
        for (CollectiveProvider provider : ServiceLoader.load(CollectiveProvider.class, loader)) {
            for (Algorithm algorithm : provider.algorithms()) {
                if (Collective.of(algorithm) == collective && (prefix.isEmpty() || canBeRecorded(algorithm))) {
                    addRules(rules, prefix + collective.label() + "=" + algorithm.name(), algorithm);
                }
            }
        }
        return rules;
    }

    private static boolean canBeRecorded(Algorithm algorithm) {
        Situation situation = new Situation(4, 1, true, true, false, true);
        return algorithm.refusal(situation) == null;
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

    /** Those of all collectives that do not block. */
    static List<String> allStarted() {
        List<String> rules = new ArrayList<>();
        for (Collective collective : Collective.values()) {
            rules.addAll(of("i", collective));
        }
        return rules;
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
