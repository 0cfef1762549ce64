package org.javampi.conformance.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The standard's rules, and those that no test can observe. */
public final class Catalogue {
    /** One rule: M must hold, U the user's duty, Q quality, E later erratum. */
    public record Entry(String id, char level, String section, String text) {
        /** Whether the standard demands it. */
        public boolean isMandatory() {
            return level == 'M';
        }
    }

    private Catalogue() {}

    /** All rules by id, in the order of the catalogues: MPI-1.2 first, then what MPI-2 to MPI-4.1 added. */
    public static Map<String, Entry> rules() {
        Map<String, Entry> rules = new LinkedHashMap<>();
        for (String[] row : table("semantics")) {
            rules.put(row[0], new Entry(row[0], row[1].charAt(0), row[3], row[5]));
        }
        for (String[] row : table("modern-semantics")) {
            if (rules.put(row[0], new Entry(row[0], 'M', "4.1:" + row[1], row[2])) != null) {
                throw new IllegalStateException("rule " + row[0] + " is in the catalogue twice");
            }
        }
        return rules;
    }

    /** The functions later than MPI-1.2 that rules speak of, each with the ids of those rules. */
    public static Map<String, List<String>> rulesOfModernFunctions() {
        Map<String, List<String>> rules = new TreeMap<>();
        for (String[] row : table("modern-semantics")) {
            for (String function : row[3].split(" ")) {
                rules.computeIfAbsent(function, name -> new ArrayList<>()).add(row[0]);
            }
        }
        return rules;
    }

    /** Why a rule has no test, by id. */
    public static Map<String, String> unobservable() {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String[] row : table("unobservable")) {
            reasons.put(row[0], row[1]);
        }
        return reasons;
    }

    /** Rows of {@code catalogue/NAME.tsv} without its head. */
    public static List<String[]> table(String name) {
        String resource = "/catalogue/" + name + ".tsv";
        try (InputStream bytes = Catalogue.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            List<String[]> rows = new ArrayList<>();
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows.add(line.split("\t", -1));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
