package org.javampi.conformance.harness;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The conformance report: one line per rule with its tests, how they ran and the verdict. */
final class ReportText {
    private final Evidence evidence;
    private final Map<String, Catalogue.Entry> rules = Catalogue.rules();

    ReportText(Evidence evidence) {
        this.evidence = evidence;
    }

    String plain() {
        StringBuilder text = new StringBuilder(head()).append('\n');
        for (Catalogue.Entry rule : rules.values()) {
            text.append('\n')
                    .append(rule.id())
                    .append(" [")
                    .append(rule.level())
                    .append("] §")
                    .append(rule.section())
                    .append(' ')
                    .append(evidence.verdict(rule.id()))
                    .append("\n  ")
                    .append(rule.text())
                    .append('\n');
            tests(rule.id()).forEach((test, runs) -> text.append(test(test, runs)));
            String reason = Catalogue.unobservable().get(rule.id());
            if (reason != null) {
                text.append("  why not: ").append(reason).append('\n');
            }
        }
        return text.toString();
    }

    private static String test(String name, String runs) {
        return "  - " + name + ": " + runs + "\n";
    }

    /** Test to its runs, failed ones marked. */
    private Map<String, String> tests(String rule) {
        return evidence.of(rule).stream()
                .collect(Collectors.groupingBy(
                        Evidence.Run::test,
                        TreeMap::new,
                        Collectors.mapping(
                                run -> run.conditions() + (run.passed() ? "" : " FAILED"), Collectors.joining(", "))));
    }

    private String head() {
        return "Conformance of javampi to MPI-1.2: of "
                + count('M', null)
                + " rules that must hold "
                + count('M', "passed")
                + " passed, "
                + count('M', "explained")
                + " explained, "
                + count('M', "FAILED")
                + " failed, "
                + count('M', "untested")
                + " without a test in this run; of the others (duties of users, quality, errata) "
                + (count('U', "passed") + count('Q', "passed") + count('E', "passed"))
                + " of "
                + (count('U', null) + count('Q', null) + count('E', null))
                + " passed. Java "
                + System.getProperty("java.version")
                + ", "
                + System.getProperty("os.name")
                + " "
                + System.getProperty("os.arch")
                + ".";
    }

    private long count(char level, String verdict) {
        return rules.values().stream()
                .filter(rule -> rule.level() == level)
                .filter(rule -> verdict == null || verdict.equals(evidence.verdict(rule.id())))
                .count();
    }

    String html() {
        StringBuilder rows = new StringBuilder();
        for (Catalogue.Entry rule : rules.values()) {
            String verdict = evidence.verdict(rule.id());
            String tests = tests(rule.id()).entrySet().stream()
                    .map(test -> "<b>" + escape(test.getKey()) + "</b>: " + escape(test.getValue()))
                    .collect(Collectors.joining("<br>"));
            String reason = Catalogue.unobservable().getOrDefault(rule.id(), "");
            rows.append("<tr class=\"")
                    .append(verdict)
                    .append("\"><td>")
                    .append(rule.id())
                    .append("<td>")
                    .append(rule.level())
                    .append("<td>")
                    .append(escape(rule.section()))
                    .append("<td>")
                    .append(escape(rule.text()))
                    .append("<td>")
                    .append(verdict)
                    .append("<td>")
                    .append(tests)
                    .append(escape(reason))
                    .append("</tr>\n");
        }
        return """
                <!DOCTYPE html>
                <html lang="en"><meta charset="utf-8"><title>javampi conformance</title>
                <style>
                body{font:14px system-ui,sans-serif;margin:2em}table{border-collapse:collapse}
                td,th{border:1px solid #ccc;padding:4px 8px;vertical-align:top;text-align:left}
                .passed td:nth-child(5){background:#d8f5d8}.FAILED td:nth-child(5){background:#f8c8c8}
                .explained td:nth-child(5){background:#fff2c0}
                td:nth-child(6){font-size:12px;color:#444}
                </style>
                <h1>javampi against MPI-1.2</h1><p>%s</p>
                <table><tr><th>rule<th>level<th>section<th>what<th>result<th>tests</tr>
                %s</table></html>
                """.formatted(escape(head()), rows);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
