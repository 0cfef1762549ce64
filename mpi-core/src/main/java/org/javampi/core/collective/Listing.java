package org.javampi.core.collective;

import java.io.PrintStream;
import java.util.Locale;
import org.javampi.core.spi.collective.Algorithm;
import org.javampi.core.spi.collective.Collective;
import org.javampi.core.spi.collective.Parameter;
import org.javampi.core.spi.collective.Situation;

/** Prints all algorithms on the class path: what they cost, their parameters, their limits. */
public final class Listing {
    private static final Situation[] HARD = {
        new Situation(5, 1, false, true, true),
        new Situation(5, 1, true, false, true),
        new Situation(5, 1, true, true, false)
    };

    private Listing() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        print(new AlgorithmCatalogue(Listing.class.getClassLoader()), System.out);
    }

    static void print(AlgorithmCatalogue catalogue, PrintStream out) {
        for (Collective collective : Collective.values()) {
            out.println(collective.label());
            for (Algorithm algorithm : catalogue.of(collective)) {
                out.printf(Locale.ROOT, "  %-28s %s%n", algorithm.name(), algorithm.cost());
                for (Parameter parameter : algorithm.parameters()) {
                    out.printf(
                            Locale.ROOT,
                            "  %-28s   %s=%d: %s%n",
                            "",
                            parameter.name(),
                            parameter.fallback(),
                            parameter.meaning());
                }
                for (Situation situation : HARD) {
                    if (algorithm.refusal(situation) != null) {
                        out.printf(Locale.ROOT, "  %-28s   limit: %s%n", "", algorithm.refusal(situation));
                    }
                }
            }
        }
        out.println("built-in rules, the first that applies decides:");
        for (SelectionRule rule : catalogue.builtInRules()) {
            out.println("  " + rule.text());
        }
    }
}
