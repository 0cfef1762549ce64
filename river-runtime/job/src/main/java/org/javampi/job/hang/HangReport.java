package org.javampi.job.hang;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntToLongFunction;

/** One round in words: a line for each rank, then what explains them. */
public final class HangReport {
    /** Ranks that do the same share a line where there are more. */
    private static final int SEPARATE = 16;

    /** Operations of one call, and unmatched messages, that are written out. */
    private static final int SHOWN = 4;

    private final Round round;
    private final IntToLongFunction computesMs;
    private final RollCalls calls;
    private final WaitingRanks edges;

    /**
     * @param computesMs for how long a rank is known not to have called MPI; 0 where nothing is known
     */
    public HangReport(Round round, IntToLongFunction computesMs) {
        this.round = round;
        // Once: a rank that is named twice has one age.
        Map<Integer, Long> ages = new HashMap<>();
        this.computesMs = rank -> ages.computeIfAbsent(rank, computesMs::applyAsLong);
        calls = new RollCalls(round);
        edges = new WaitingRanks(round, calls);
    }

    /** All of it. */
    public String text() {
        List<String> lines = new ArrayList<>(rankLines());
        lines.addAll(calls.lines(this::state));
        lines.addAll(unmatched());
        lines.addAll(notStarted());
        String graph = edges.text();
        if (graph != null) {
            lines.add(graph);
        }
        return String.join(System.lineSeparator(), lines);
    }

    /** All of it, and the program's frames of each thread. */
    public String textWithStacks() {
        StringBuilder text = new StringBuilder(text());
        round.reports().values().forEach(report -> report.threads().forEach(thread -> {
            if (thread.stack().contains(" < ")) {
                text.append(System.lineSeparator())
                        .append("rank ")
                        .append(report.rank())
                        .append(", thread ")
                        .append(thread.thread())
                        .append(": ")
                        .append(thread.stack());
            }
        }));
        return text.toString();
    }

    /** All of it, headed by the verdict that {@code stuck} can never go on. */
    public String text(Set<Integer> stuck) {
        return headline(stuck) + System.lineSeparator() + text() + System.lineSeparator() + cycle(stuck);
    }

    /** All of it, headed by what is known where ranks poll, and nothing has come to any rank for {@code ms}. */
    String textOfPolling(long ms) {
        NavigableSet<Integer> polling = round.polling();
        NavigableSet<Integer> waiting = new TreeSet<>(round.reports().keySet());
        waiting.removeAll(polling);
        waiting.removeAll(round.gone().keySet());
        String leaver =
                polling.size() == 1 ? "rank " + polling.first() + " leaves its loop" : "one of them leaves its loop";
        return "no progress for "
                + seconds(ms)
                + ": "
                + Ranks.text(polling)
                + (polling.size() == 1 ? " polls" : " poll")
                + " without success"
                + (waiting.isEmpty() ? "" : ", " + Ranks.text(waiting) + (waiting.size() == 1 ? " waits" : " wait"))
                + ", and nothing is under way; the job goes on only if "
                + leaver
                + " by itself"
                + System.lineSeparator()
                + text();
    }

    /** The lines at which ranks poll. */
    String pollingPlaces() {
        NavigableSet<String> places = new TreeSet<>();
        round.reports().values().forEach(report -> report.polling()
                .forEach(thread -> places.add(report.rank() + at(thread))));
        return places.toString();
    }

    private String headline(Set<Integer> stuck) {
        boolean whole = round.isWhole(stuck);
        return "deadlock: "
                + Ranks.text(stuck)
                + (stuck.size() == 1 ? " waits" : " wait")
                + " for what can never come, and nothing is under way"
                + (whole ? "" : "; the other ranks may still act");
    }

    private String cycle(Set<Integer> stuck) {
        List<Integer> way = edges.cycle(stuck);
        if (way.isEmpty()) {
            return "no rank of these can be served by another one";
        }
        StringBuilder text = new StringBuilder("cycle: ");
        for (int i = 0; i < way.size(); i++) {
            int rank = way.get(i);
            text.append(i == 0 ? "" : " -> ").append("rank ").append(rank);
            if (round.gone().containsKey(rank)) {
                text.append(", which ").append(round.gone().get(rank));
            } else if (i < way.size() - 1) {
                ThreadReport thread = round.reports().get(rank).main();
                text.append(" (").append(name(thread)).append(at(thread)).append(')');
            }
        }
        return text.toString();
    }

    private static String name(ThreadReport thread) {
        return thread.function().isEmpty() ? "MPI" : thread.function();
    }

    private static String at(ThreadReport thread) {
        return thread.place().isKnown() ? " at " + thread.place().atLine() : "";
    }

    private List<String> rankLines() {
        Map<String, NavigableSet<Integer>> groups = new LinkedHashMap<>();
        for (int rank = 0; rank < round.size(); rank++) {
            groups.computeIfAbsent(state(rank), text -> new TreeSet<>()).add(rank);
        }
        List<String> lines = new ArrayList<>();
        if (round.size() <= SEPARATE) {
            for (int rank = 0; rank < round.size(); rank++) {
                lines.add("rank " + rank + " " + state(rank));
            }
        } else {
            groups.forEach((text, ranks) -> lines.add(Ranks.text(ranks) + (ranks.size() == 1 ? " " : ": ") + text));
        }
        return lines;
    }

    /** What a rank does: a sentence without its beginning. */
    private String state(int rank) {
        String end = round.gone().get(rank);
        RankReport report = round.reports().get(rank);
        if (end != null) {
            return end + afterwards(report);
        }
        if (report == null) {
            return "does not answer: it has not started, is stopped, or is out of reach";
        }
        ThreadReport main = report.main();
        StringBuilder text = new StringBuilder();
        if (main == null) {
            text.append("has no thread of the program left");
        } else if (main.waits()) {
            text.append(waiting(rank, main));
        } else if (main.polls()) {
            text.append(polling(main));
        } else {
            text.append(main.doing());
            if (main.place().isKnown()) {
                text.append(main.function().isEmpty() ? " in " + main.place().whole() : at(main));
            }
            long ms = computesMs.applyAsLong(rank);
            text.append(ms < 1000 ? "" : " since " + seconds(ms));
        }
        if (!report.joined()) {
            text.append(" (has not called MPI_Init)");
        }
        for (ThreadReport other : report.waitingThreads()) {
            if (other != main) {
                text.append("; its thread ").append(other.thread()).append(' ').append(waiting(rank, other));
            }
        }
        return text.toString();
    }

    /** What a rank does behind MPI_Finalize, as far as it has answered. */
    private static String afterwards(RankReport report) {
        ThreadReport main = report == null ? null : report.main();
        return main == null || !main.place().isKnown()
                ? ""
                : " and " + main.doing() + " in " + main.place().whole();
    }

    private String waiting(int rank, ThreadReport thread) {
        return thread.doing() + " for " + awaited(rank, thread) + ", at "
                + thread.place().atLine() + ", for " + seconds(thread.waitedMs());
    }

    private String polling(ThreadReport thread) {
        return thread.doing()
                + (thread.operations().isEmpty() ? "" : " for " + operations(thread))
                + (thread.place().isKnown() ? ", at " + thread.place().atLine() : "")
                + ", for " + seconds(thread.waitedMs()) + " without success";
    }

    private static String seconds(long ms) {
        return Math.max(1, ms / 1000) + " s";
    }

    private String awaited(int rank, ThreadReport thread) {
        CollectiveCall call = thread.collective();
        if (call != null) {
            NavigableSet<Integer> missing = calls.missing(call);
            String root = thread.hasRoot() ? ", root " + call.root() : "";
            return (missing.isEmpty() ? Ranks.text(edges.awaitedBy(rank, thread)) : Ranks.text(missing) + " to enter")
                    + root
                    + ", "
                    + call.communicator();
        }
        return operations(thread);
    }

    private static String operations(ThreadReport thread) {
        List<Operation> operations = thread.operations();
        if (operations.size() == 1) {
            return operations.get(0).text();
        }
        StringBuilder text = new StringBuilder(thread.any() ? "any of " : "all of ");
        text.append(operations.size()).append(" operations: ");
        for (int i = 0; i < Math.min(SHOWN, operations.size()); i++) {
            Operation operation = operations.get(i);
            text.append(i == 0 ? "" : "; ")
                    .append(operation.isIncoming() ? "a receive from " : "a send to ")
                    .append(operation.text());
        }
        if (operations.size() > SHOWN) {
            text.append("; and ").append(operations.size() - SHOWN).append(" more");
        }
        return text.toString();
    }

    /** Messages without a receive, each beside the wait that it would have met but for one difference. */
    private List<String> unmatched() {
        List<String> lines = new ArrayList<>();
        for (RankReport report : round.reports().values()) {
            int left = SHOWN;
            for (EarlyMessage message : report.early()) {
                if (left-- == 0) {
                    int more = report.early().size() - SHOWN;
                    lines.add("and " + more + " more messages to rank " + report.rank() + " have met no receive");
                    break;
                }
                lines.add(unmatched(report, message));
            }
        }
        return lines;
    }

    /** Persistent requests that nobody has started, of those ranks that others wait for. */
    private List<String> notStarted() {
        List<String> lines = new ArrayList<>();
        for (RankReport report : round.reports().values()) {
            List<String> idle = report.idle().stream()
                    .filter(operation -> edges.isAwaited(report.rank(), operation.providers()))
                    .map(operation ->
                            "rank " + report.rank() + " has not started its persistent " + operation.planned())
                    .toList();
            lines.addAll(idle.subList(0, Math.min(SHOWN, idle.size())));
            if (idle.size() > SHOWN) {
                lines.add("and " + (idle.size() - SHOWN) + " more persistent requests of rank " + report.rank());
            }
        }
        return lines;
    }

    private String unmatched(RankReport receiver, EarlyMessage message) {
        String sent = "rank "
                + message.sender()
                + " has sent tag "
                + message.tag()
                + " to rank "
                + receiver.rank()
                + " ("
                + message.communicator()
                + ", "
                + message.byteCount()
                + " bytes)";
        List<Operation> wanted = new ArrayList<>();
        receiver.unserved().forEach(thread -> wanted.addAll(thread.operations()));
        wanted.addAll(receiver.posted());
        for (Operation operation : wanted) {
            String difference = difference(operation, message);
            if (difference != null) {
                return sent + "; rank " + receiver.rank() + " waits for " + difference;
            }
        }
        return sent + "; rank " + receiver.rank() + " has no receive for it" + elsewhere(receiver, message);
    }

    /** Another rank that waits for just such a message. */
    private String elsewhere(RankReport receiver, EarlyMessage message) {
        for (RankReport other : round.reports().values()) {
            for (ThreadReport thread : other.unserved()) {
                if (other != receiver && thread.operations().stream().anyMatch(wait -> wait.accepts(message))) {
                    return ", but rank " + other.rank() + " waits for such a message";
                }
            }
        }
        return "";
    }

    /** How a wait differs from a message in one thing, or null. */
    private static String difference(Operation operation, EarlyMessage message) {
        if (!operation.isIncoming()) {
            return null;
        }
        boolean communicator = operation.hasCommunicatorOf(message);
        boolean source = operation.acceptsSource(message);
        boolean tag = operation.acceptsTag(message);
        if (communicator && source) {
            return operation.tagText();
        }
        if (communicator && tag) {
            return "it from rank " + operation.partner();
        }
        return source && tag ? "it in " + operation.communicator() : null;
    }
}
