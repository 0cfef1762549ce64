package org.javampi.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * A small run as text: a column for each rank, an arrow for each message when it is received, a bar for each collective.
 *
 * <pre>
 *       ms   0     1     2
 *    0.120   o---->|     |    tag 7, 4 bytes: MPI_Send Ring.java:19 -> MPI_Recv Ring.java:23
 *    0.350   =============    MPI_Barrier Ring.java:30
 * </pre>
 */
final class MessageDiagram {
    private static final int COLUMN = 6;
    private static final int MOST_LINES = 200;

    private record Line(long time, String text) {}

    private final Trace trace;

    MessageDiagram(Trace trace) {
        this.trace = trace;
    }

    String text() {
        List<Line> lines = new ArrayList<>();
        for (Trace.Message message : trace.allMessages()) {
            lines.add(new Line(trace.endOf(message.received()), arrow(message)));
        }
        collectives()
                .forEach((number, calls) -> lines.add(
                        new Line(calls.stream().mapToLong(trace::endOf).max().orElseThrow(), bar(calls))));
        lines.sort(Comparator.comparingLong(Line::time));
        StringBuilder text = new StringBuilder("      ms   ");
        for (int rank = 0; rank < trace.ranks(); rank++) {
            text.append(String.format(Locale.ROOT, "%-" + COLUMN + "d", rank));
        }
        text.append(System.lineSeparator());
        for (Line line : lines.subList(0, Math.min(MOST_LINES, lines.size()))) {
            text.append(String.format(Locale.ROOT, "%8.3f   ", line.time / 1e6))
                    .append(line.text)
                    .append(System.lineSeparator());
        }
        if (lines.size() > MOST_LINES) {
            text.append("... and ")
                    .append(lines.size() - MOST_LINES)
                    .append(" more: --trace out.html shows all of them")
                    .append(System.lineSeparator());
        }
        for (Trace.Late late : trace.late().subList(0, Math.min(3, trace.late().size()))) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s: rank %d at %s, waited for %.3f ms in %d %s%n",
                    late.what(),
                    late.rank(),
                    late.place(),
                    late.waitedNs() / 1e6,
                    late.times(),
                    late.times() == 1 ? "call" : "calls"));
        }
        return text.toString();
    }

    private TreeMap<Long, List<Integer>> collectives() {
        TreeMap<Long, List<Integer>> collectives = new TreeMap<>();
        for (int call = 0; call < trace.calls(); call++) {
            if (trace.correlationOf(call) != 0) {
                collectives
                        .computeIfAbsent(trace.correlationOf(call), number -> new ArrayList<>())
                        .add(call);
            }
        }
        return collectives;
    }

    private char[] ranks() {
        char[] line = " ".repeat(COLUMN * trace.ranks()).toCharArray();
        for (int rank = 0; rank < trace.ranks(); rank++) {
            line[rank * COLUMN] = '|';
        }
        return line;
    }

    private String arrow(Trace.Message message) {
        char[] line = ranks();
        int from = message.source() * COLUMN;
        int to = message.dest() * COLUMN;
        for (int i = Math.min(from, to); i <= Math.max(from, to); i++) {
            line[i] = '-';
        }
        line[from] = 'o';
        if (from != to) {
            line[to] = '|';
            line[from < to ? to - 1 : to + 1] = from < to ? '>' : '<';
        }
        return new String(line) + " tag " + message.tag() + ", " + message.bytes()
                + (message.bytes() == 1 ? " byte: " : " bytes: ") + trace.functionOf(message.sent()) + " "
                + trace.placeOf(message.sent()) + " -> " + trace.functionOf(message.received()) + " "
                + trace.placeOf(message.received());
    }

    private String bar(List<Integer> calls) {
        char[] line = ranks();
        int least = calls.stream().mapToInt(trace::rankOf).min().orElseThrow();
        int most = calls.stream().mapToInt(trace::rankOf).max().orElseThrow();
        for (int i = least * COLUMN; i <= most * COLUMN; i++) {
            if (line[i] == ' ') {
                line[i] = '=';
            }
        }
        for (int call : calls) {
            line[trace.rankOf(call) * COLUMN] = '#';
        }
        return new String(line) + " " + trace.functionOf(calls.get(0)) + " " + trace.placeOf(calls.get(0));
    }
}
