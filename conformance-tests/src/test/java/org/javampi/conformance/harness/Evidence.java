package org.javampi.conformance.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was seen of each rule: the tests that show it, how they ran and how they ended. */
final class Evidence {
    /** One run of one test. */
    record Run(String test, String conditions, boolean passed) {}

    private final Map<String, List<Run>> runsOfRule = new TreeMap<>();

    static String display(int ranks, Place place, String where) {
        return "np " + ranks + " " + place.label() + " " + where;
    }

    void add(String rule, Run run) {
        runsOfRule.computeIfAbsent(rule, id -> new ArrayList<>()).add(run);
    }

    List<Run> of(String rule) {
        return runsOfRule.getOrDefault(rule, List.of());
    }

    boolean isEmpty() {
        return runsOfRule.isEmpty();
    }

    /** One word: passed, FAILED, explained or untested. */
    String verdict(String rule) {
        List<Run> runs = of(rule);
        if (!runs.isEmpty()) {
            return runs.stream().allMatch(Run::passed) ? "passed" : "FAILED";
        }
        return Catalogue.unobservable().containsKey(rule) ? "explained" : "untested";
    }
}
