package org.javampi.core.collective;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;
import org.javampi.MPI;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.spi.collective.Algorithm;
import org.javampi.core.spi.collective.Collective;

/**
 * The user's rules, first things first: what a communicator was given, then the launcher's {@code
 * --coll}, then the file of {@code --coll-file}. Immutable.
 */
public final class RuleBook {
    private final AlgorithmCatalogue catalogue;
    private final List<SelectionRule> rules;

    private RuleBook(AlgorithmCatalogue catalogue, List<SelectionRule> rules) {
        this.catalogue = catalogue;
        this.rules = rules;
    }

    /** Reads the settings {@code coll} and {@code coll.file}. */
    public static RuleBook read(AlgorithmCatalogue catalogue, BinaryOperator<String> lookup) {
        RuleParser parser = new RuleParser(catalogue);
        List<SelectionRule> rules = new ArrayList<>(parser.parse(lookup.apply("coll", ""), "--coll"));
        String file = lookup.apply("coll.file", "");
        if (!file.isEmpty()) {
            try {
                rules.addAll(parser.parse(Files.readString(Path.of(file)), file));
            } catch (IOException e) {
                throw new MpiFailure(MPI.MPI_ERR_OTHER, "the rules file " + file + " cannot be read: " + e);
            }
        }
        return new RuleBook(catalogue, rules);
    }

    /**
     * This book with further rules before its own.
     *
     * @param addition rules as text, or an {@link Algorithm} that is then always taken for its
     *     collective
     */
    public RuleBook with(Object addition, String origin) {
        List<SelectionRule> all = new ArrayList<>();
        if (addition instanceof Algorithm algorithm) {
            Collective collective = Collective.of(algorithm);
            all.add(new SelectionRule(
                    collective,
                    false,
                    algorithm,
                    SelectionRule.Range.ALL,
                    SelectionRule.Range.ALL,
                    SelectionRule.Condition.ANY,
                    collective.label() + "=" + algorithm.name(),
                    origin));
        } else if (addition instanceof String text) {
            all.addAll(new RuleParser(catalogue).parse(text, origin));
        } else {
            throw new MpiFailure(
                    MPI.MPI_ERR_ARG,
                    "collective algorithms are chosen by a String of rules or an Algorithm, not by "
                            + (addition == null ? "null" : addition.getClass().getName()));
        }
        all.addAll(rules);
        return new RuleBook(catalogue, all);
    }

    /**
     * What it means for a communicator.
     *
     * @param crowded whether its ranks outnumber the cores, as all of them say alike; asked only
     *     when they share memory and a rule wants to know
     */
    public Selection selection(int ranks, int hosts, boolean sharedMemory, BooleanSupplier crowded) {
        return new Selection(catalogue, rules, ranks, hosts, sharedMemory, crowded, false);
    }

    /** What it means for a communicator's calls that do not block, and its persistent ones. */
    public Selection scheduledSelection(int ranks, int hosts) {
        return new Selection(catalogue, rules, ranks, hosts, false, () -> false, true);
    }
}
