package org.javampi.core.collective;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.javampi.core.spi.collective.Collective;

/**
 * Which algorithms ran, where and why: a line for each place in the program that calls a
 * collective. For {@code --explain-coll}; looks at the stack, so it is slow. One rank's view.
 */
public final class Explanation {
    private static final String RUNTIME = "org.javampi.core.";

    private record Key(String site, String collective, String communicator, int ranks, Choice choice) {}

    private static final class Row {
        private long calls;
        private long leastBytes = Long.MAX_VALUE;
        private long mostBytes;
        private long rounds;
        private long messages;
        private long bytes;
    }

    private final Map<Key, Row> rows = new LinkedHashMap<>();

    /** Nothing so far. */
    public Explanation() {}

    /** Notes a call that has ended; {@code size} is what the choice was made for. */
    public void note(
            Collective collective,
            String communicator,
            int ranks,
            Choice choice,
            long size,
            long rounds,
            long messages,
            long bytes) {
        note(collective.label(), communicator, ranks, choice, size, rounds, messages, bytes);
    }

    /** Notes a call that does not block, or a persistent one, when it has been recorded. */
    public void noteRecorded(
            Collective collective,
            String communicator,
            int ranks,
            Choice choice,
            long size,
            long rounds,
            long messages,
            long bytes) {
        String label = SelectionRule.RECORDED + collective.label();
        note(label, communicator, ranks, choice, size, rounds, messages, bytes);
    }

    private synchronized void note(
            String collective,
            String communicator,
            int ranks,
            Choice choice,
            long size,
            long rounds,
            long messages,
            long bytes) {
        Row row = rows.computeIfAbsent(new Key(site(), collective, communicator, ranks, choice), k -> new Row());
        row.calls++;
        row.leastBytes = Math.min(row.leastBytes, size);
        row.mostBytes = Math.max(row.mostBytes, size);
        row.rounds = Math.max(row.rounds, rounds);
        row.messages += messages;
        row.bytes += bytes;
    }

    /** The program's frame that has called. */
    private static String site() {
        return StackWalker.getInstance().walk(frames -> frames.filter(frame -> isProgram(frame.getClassName()))
                .findFirst()
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                .orElse("(runtime)"));
    }

    private static boolean isProgram(String className) {
        boolean facade = className.startsWith("org.javampi.") && className.indexOf('.', "org.javampi.".length()) < 0;
        return !facade && !className.startsWith(RUNTIME);
    }

    /** Prints the table of {@code rank}. */
    public synchronized void print(PrintStream out, int rank) {
        StringBuilder text = new StringBuilder();
        text.append("collectives as rank ").append(rank).append(" saw them:\n");
        text.append(String.format(
                Locale.ROOT,
                "  %-38s %-15s %-22s %6s %12s %6s %8s %12s  %s%n",
                "where",
                "collective",
                "algorithm",
                "calls",
                "size",
                "rounds",
                "messages",
                "bytes sent",
                "because of"));
        rows.forEach((key, row) -> text.append(line(key, row)));
        out.print(text);
        out.flush();
    }

    private static String line(Key key, Row row) {
        String size = row.leastBytes < 0
                ? "various"
                : row.leastBytes == row.mostBytes
                        ? Long.toString(row.mostBytes)
                        : row.leastBytes + ".." + row.mostBytes;
        return String.format(
                Locale.ROOT,
                "  %-38s %-15s %-22s %6d %12s %6d %8d %12d  %s on %s (%d ranks)%n",
                key.site,
                key.collective,
                key.choice,
                row.calls,
                size,
                row.rounds,
                row.messages,
                row.bytes,
                key.choice.reason(),
                key.communicator,
                key.ranks);
    }
}
