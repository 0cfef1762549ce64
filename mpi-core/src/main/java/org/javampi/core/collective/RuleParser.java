package org.javampi.core.collective;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.javampi.MPI;
import org.javampi.core.collective.SelectionRule.Condition;
import org.javampi.core.collective.SelectionRule.Range;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.spi.collective.Algorithm;
import org.javampi.core.spi.collective.Collective;
import org.javampi.core.spi.collective.Parameter;

/**
 * Reads rules, one per line or separated by semicolons, {@code #} before comments, which end with
 * the line:
 *
 * <pre>
 * COLLECTIVE=ALGORITHM[(PARAMETER=NUMBER,...)][:BYTES][@RANKS][?CONDITION]
 *
 * allreduce=ring:64k-               from 64 KiB on
 * bcast=pipeline(segment=32k):1m-@3-16
 * reduce=in_order_binomial?non_commutative
 * iallreduce=ring                   calls that do not block, and persistent ones
 * </pre>
 *
 * Ranges are {@code 8}, {@code 8-64}, {@code 8-} or {@code -64}, both ends included; {@code k},
 * {@code m} and {@code g} multiply by powers of 1024.
 */
final class RuleParser {
    private static final int MOST_DIGITS = 15;

    private final AlgorithmCatalogue catalogue;

    RuleParser(AlgorithmCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** All rules of {@code text}. */
    List<SelectionRule> parse(String text, String origin) {
        List<SelectionRule> rules = new ArrayList<>();
        int begin = 0;
        boolean comment = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            boolean lineEnds = c == '\n' || c == '\r';
            // A comment reaches to the end of the line, whatever is in it.
            if (lineEnds || !comment && (c == '#' || c == ';')) {
                String rule = comment ? "" : text.substring(begin, i).trim();
                if (!rule.isEmpty()) {
                    rules.add(parseRule(rule, origin));
                }
                comment = c == '#';
                begin = i + 1;
            }
        }
        return rules;
    }

    private SelectionRule parseRule(String rule, String origin) {
        RuleText text = RuleText.of(rule);
        if (text == null) {
            throw wrong(rule, origin, "write COLLECTIVE=ALGORITHM[(PARAMETER=NUMBER,...)][:BYTES][@RANKS][?CONDITION]");
        }
        try {
            boolean recordedOnly = isOfRecorded(text.collective());
            Collective collective = collective(text.collective().substring(recordedOnly ? 1 : 0));
            Algorithm algorithm = catalogue.find(collective, text.algorithm());
            return new SelectionRule(
                    collective,
                    recordedOnly,
                    configured(algorithm, text.parameters()),
                    range(text.bytes()),
                    range(text.ranks()),
                    condition(text.condition()),
                    rule,
                    origin);
        } catch (MpiFailure failure) {
            throw wrong(rule, origin, failure.getMessage());
        }
    }

    private static MpiFailure wrong(String rule, String origin, String why) {
        return new MpiFailure(MPI.MPI_ERR_ARG, "rule '" + rule + "' (" + origin + "): " + why);
    }

    /** Whether it is the name of a collective behind an i, as in iallreduce. */
    private static boolean isOfRecorded(String label) {
        return label.startsWith(SelectionRule.RECORDED)
                && Stream.of(Collective.values())
                        .anyMatch(collective -> collective.label().equals(label.substring(1)));
    }

    private static Collective collective(String label) {
        for (Collective collective : Collective.values()) {
            if (collective.label().equals(label)) {
                return collective;
            }
        }
        throw new MpiFailure(
                MPI.MPI_ERR_ARG,
                "no collective is called '"
                        + label
                        + "': known are "
                        + Stream.of(Collective.values()).map(Collective::label).collect(Collectors.joining(", ")));
    }

    private static Algorithm configured(Algorithm algorithm, String assignments) {
        if (assignments == null || assignments.isBlank()) {
            return algorithm;
        }
        Map<String, Long> values = new HashMap<>();
        for (Parameter parameter : algorithm.parameters()) {
            values.put(parameter.name(), parameter.fallback());
        }
        for (String assignment : assignments.split(",")) {
            String[] sides = assignment.split("=", 2);
            Parameter parameter = parameter(algorithm, sides[0].trim());
            long value = sides.length == 2 ? number(sides[1].trim()) : -1;
            if (value < parameter.least() || value > parameter.most()) {
                throw new MpiFailure(
                        MPI.MPI_ERR_ARG,
                        "parameter "
                                + assignment.trim()
                                + ": allowed are "
                                + parameter.least()
                                + " to "
                                + parameter.most());
            }
            values.put(parameter.name(), value);
        }
        return algorithm.with(values);
    }

    private static Parameter parameter(Algorithm algorithm, String name) {
        for (Parameter parameter : algorithm.parameters()) {
            if (parameter.name().equals(name)) {
                return parameter;
            }
        }
        throw new MpiFailure(
                MPI.MPI_ERR_ARG,
                algorithm.name()
                        + " has no parameter '"
                        + name
                        + "': known are "
                        + algorithm.parameters().stream().map(Parameter::name).toList());
    }

    private static Range range(String text) {
        if (text == null || text.isBlank() || text.trim().equals("*")) {
            return Range.ALL;
        }
        String trimmed = text.trim();
        int dash = trimmed.indexOf('-');
        if (dash < 0) {
            return new Range(number(trimmed), number(trimmed));
        }
        String low = trimmed.substring(0, dash);
        String high = trimmed.substring(dash + 1);
        return new Range(low.isEmpty() ? 0 : number(low), high.isEmpty() ? Long.MAX_VALUE : number(high));
    }

    private static long number(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        int shift = digits == text.length() ? 0 : shift(text.substring(digits));
        if (digits == 0 || digits > MOST_DIGITS || shift < 0) {
            throw new MpiFailure(MPI.MPI_ERR_ARG, "'" + text + "' is no number: digits, then k, m, g or nothing");
        }
        return Math.multiplyExact(Long.parseLong(text.substring(0, digits)), 1L << shift);
    }

    /** Powers of two that a unit stands for; -1 for none that is known. */
    private static int shift(String unit) {
        return switch (unit) {
            case "k", "K" -> 10;
            case "m", "M" -> 20;
            case "g", "G" -> 30;
            default -> -1;
        };
    }

    private static Condition condition(String text) {
        if (text == null) {
            return Condition.ANY;
        }
        for (Condition condition : Condition.values()) {
            if (condition.name().equalsIgnoreCase(text)) {
                return condition;
            }
        }
        throw new MpiFailure(
                MPI.MPI_ERR_ARG,
                "no condition is called '"
                        + text
                        + "': known are "
                        + Stream.of(Condition.values())
                                .map(c -> c.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ")));
    }
}
