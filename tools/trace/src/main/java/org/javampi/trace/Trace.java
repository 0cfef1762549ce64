package org.javampi.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole run on one clock: the calls of all ranks, rank by rank and in order of their starts, and the messages between
 * them. Times are nanoseconds since a rank
 * has returned from MPI_Init first; what was before counts as 0.
 */
final class Trace {
    /** A message: the calls that sent it, began to receive it and completed that; as numbers of calls. */
    record Message(int source, int dest, int tag, long bytes, int sent, int posted, int received) {}

    /** A message inside a collective; the calls at both sides, and when it was sent and had come. */
    record Inner(int sent, int received, long sentNs, long receivedNs, long bytes) {}

    /** A program's frame; with its callers, a call stack. Place and method are numbers of names; the caller may be -1. */
    record Frame(int place, String method, int caller) {}

    /** A rank that others waited for, at a line. */
    record Late(int rank, String place, String what, int times, long waitedNs) {}

    private final List<RankRecord> records;
    private final int[] first;
    private final int[] rank;
    private final long[] start;
    private final long[] end;
    private final long[] waitEnd;
    private final long[] correlation;
    private final int[] function;
    private final int[] stack;
    private final List<String> functions = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final List<Frame> stacks = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private final Map<String, Late> late = new LinkedHashMap<>();
    private final long clockErrorNs;
    private final List<Inner> inner = new ArrayList<>();
    private final List<String> algorithms = new ArrayList<>();
    private final int[] algorithm;
    private long base = Long.MAX_VALUE;
    private int unmatched;

    /** Gathers the ranks' records. */
    static final class Builder {
        private final RankRecord[] records;
        private final long[][] heads;

        Builder(int ranks) {
            records = new RankRecord[ranks];
            heads = new long[ranks][];
        }

        /** The head is: clock measured at, behind, measured again at, behind, error, end of the trace, bytes. */
        void add(int rank, long[] head, RankRecord record) {
            records[rank] = record;
            heads[rank] = head.clone();
        }

        Trace build() {
            return new Trace(List.of(records), heads);
        }
    }

    private Trace(List<RankRecord> records, long[][] heads) {
        this.records = records;
        int all = records.stream().mapToInt(RankRecord::callCount).sum();
        first = new int[records.size() + 1];
        rank = new int[all];
        start = new long[all];
        end = new long[all];
        waitEnd = new long[all];
        correlation = new long[all];
        function = new int[all];
        stack = new int[all];
        algorithm = new int[all];
        clockErrorNs = Arrays.stream(heads).mapToLong(head -> head[4]).max().orElse(0);
        fill(heads);
        match();
        lookInside(heads, waitForEachOther());
    }

    private void fill(long[][] heads) {
        Map<String, Integer> functionNumbers = new HashMap<>();
        Map<String, Integer> placeNumbers = new HashMap<>();
        Map<Frame, Integer> frameNumbers = new HashMap<>();
        int call = 0;
        for (int r = 0; r < records.size(); r++) {
            RankRecord record = records.get(r);
            first[r] = call;
            int[] nodes = frames(record, placeNumbers, frameNumbers);
            for (int i = 0; i < record.callCount(); i++, call++) {
                rank[call] = r;
                start[call] = onOneClock(heads[r], record.call(i, RankRecord.START));
                end[call] = onOneClock(heads[r], record.call(i, RankRecord.END));
                waitEnd[call] = start[call];
                function[call] = number(
                        record.functions.get((int) record.call(i, RankRecord.FUNCTION)), functionNumbers, functions);
                int node = (int) record.call(i, RankRecord.STACK);
                stack[call] = node < 0
                        ? frame(new Frame(number("?", placeNumbers, places), "?", -1), frameNumbers)
                        : nodes[node];
            }
        }
        first[records.size()] = call;
        for (int r = 0; r < records.size(); r++) {
            base = first[r] < first[r + 1] ? Math.min(base, end[first[r]]) : base;
        }
        for (int i = 0; i < call; i++) {
            start[i] = Math.max(0, start[i] - base);
            end[i] = Math.max(0, end[i] - base);
            waitEnd[i] = start[i];
        }
    }

    /** The numbers here of a rank's stacks: those of all ranks together, each once. */
    private int[] frames(RankRecord record, Map<String, Integer> placeNumbers, Map<Frame, Integer> frameNumbers) {
        int[] nodes = new int[record.stackCount()];
        for (int node = 0; node < nodes.length; node++) {
            int frame = (int) record.stack(node, RankRecord.FRAME);
            int caller = (int) record.stack(node, RankRecord.CALLER);
            nodes[node] = frame(
                    new Frame(
                            number(record.places.get(frame), placeNumbers, places),
                            record.methods.get(frame),
                            caller < 0 ? -1 : nodes[caller]),
                    frameNumbers);
        }
        return nodes;
    }

    private int frame(Frame frame, Map<Frame, Integer> numbers) {
        return numbers.computeIfAbsent(frame, unknown -> {
            stacks.add(unknown);
            return stacks.size() - 1;
        });
    }

    /** Between its two measurements a clock is taken to drift evenly. */
    private static long onOneClock(long[] head, long time) {
        double part = head[2] == head[0] ? 0 : (double) (time - head[0]) / (head[2] - head[0]);
        return time + head[1] + Math.round((head[3] - head[1]) * Math.max(0, Math.min(1, part)));
    }

    private static int number(String name, Map<String, Integer> numbers, List<String> names) {
        return numbers.computeIfAbsent(name, unknown -> {
            names.add(unknown);
            return names.size() - 1;
        });
    }

    private record Way(int source, int dest, long tag, long within) {}

    /** Messages of one sender, receiver, tag and communicator are received in the order in which they were sent. */
    private void match() {
        Map<Way, ArrayDeque<int[]>> sent = new HashMap<>();
        for (int r = 0; r < records.size(); r++) {
            RankRecord record = records.get(r);
            for (int m = 0; m < record.messageCount(); m++) {
                if (record.message(m, RankRecord.IS_RECEIVE) == 0) {
                    Way way = new Way(
                            r,
                            (int) record.message(m, RankRecord.PEER),
                            record.message(m, RankRecord.TAG),
                            record.message(m, RankRecord.WITHIN));
                    sent.computeIfAbsent(way, any -> new ArrayDeque<>()).add(new int[] {r, m});
                }
            }
        }
        for (int r = 0; r < records.size(); r++) {
            RankRecord record = records.get(r);
            for (int m = 0; m < record.messageCount(); m++) {
                if (record.message(m, RankRecord.IS_RECEIVE) == 1) {
                    Way way = new Way(
                            (int) record.message(m, RankRecord.PEER),
                            r,
                            record.message(m, RankRecord.TAG),
                            record.message(m, RankRecord.WITHIN));
                    ArrayDeque<int[]> queue = sent.get(way);
                    int[] sender = queue == null ? null : queue.poll();
                    if (sender != null) {
                        add(sender[0], sender[1], r, m);
                    }
                }
            }
        }
        unmatched = sent.values().stream().mapToInt(ArrayDeque::size).sum();
    }

    private void add(int source, int send, int dest, int receive) {
        RankRecord from = records.get(source);
        RankRecord to = records.get(dest);
        int sent = first[source] + (int) from.message(send, RankRecord.BEGUN);
        int posted = first[dest] + (int) to.message(receive, RankRecord.BEGUN);
        int done = (int) to.message(receive, RankRecord.DONE);
        int received = done < 0 ? posted : first[dest] + done;
        messages.add(new Message(
                source,
                dest,
                (int) from.message(send, RankRecord.TAG),
                from.message(send, RankRecord.BYTES),
                sent,
                posted,
                received));
        if (start[sent] > start[received]) {
            await(received, start[sent], sent, "late sender");
        } else if (!functionOf(sent).startsWith("MPI_I") && start[posted] > start[sent] && end[sent] > start[posted]) {
            await(sent, start[posted], posted, "late receiver");
        }
    }

    private record Instance(long within, long ordinal) {}

    /** A rank's part of a collective: the rank, and the row in its table. */
    private record Part(int rank, int row) {}

    /**
     * The k-th collective on a communicator is the same one at all its ranks.
     *
     * @return its number, by rank and row
     */
    private long[][] waitForEachOther() {
        Map<Instance, List<Part>> instances = new LinkedHashMap<>();
        long[][] numbers = new long[records.size()][];
        for (int r = 0; r < records.size(); r++) {
            RankRecord record = records.get(r);
            numbers[r] = new long[record.collectiveCount()];
            for (int row = 0; row < numbers[r].length; row++) {
                Instance instance = new Instance(
                        record.collective(row, RankRecord.COMMUNICATOR), record.collective(row, RankRecord.ORDINAL));
                instances.computeIfAbsent(instance, any -> new ArrayList<>()).add(new Part(r, row));
            }
        }
        long number = 0;
        for (List<Part> parts : instances.values()) {
            number++;
            for (Part part : parts) {
                numbers[part.rank][part.row] = number;
                if (correlation[begun(part)] == 0) {
                    correlation[begun(part)] = number;
                }
            }
            awaitIn(parts);
        }
        return numbers;
    }

    private int begun(Part part) {
        return first[part.rank] + (int) field(part, RankRecord.BEGUN);
    }

    private long field(Part part, int field) {
        return records.get(part.rank).collective(part.row, field);
    }

    private void awaitIn(List<Part> parts) {
        int last = parts.stream()
                .map(this::begun)
                .max(Comparator.comparingLong(call -> start[call]))
                .orElseThrow();
        CallKind kind = CallKind.values()[(int) field(parts.get(0), RankRecord.KIND)];
        long root = field(parts.get(0), RankRecord.ROOT);
        for (Part part : parts) {
            if (kind == CallKind.SYNCHRONIZING || kind == CallKind.TO_ROOT && part.rank == root) {
                await(part, last, "straggler");
            }
            if (kind == CallKind.FROM_ROOT) {
                parts.stream()
                        .filter(other -> other.rank == root)
                        .forEach(other -> await(part, begun(other), "late root"));
            }
        }
    }

    /** The call that completes it has waited for what {@code other} begins. */
    private void await(Part part, int other, String what) {
        long done = field(part, RankRecord.DONE);
        if (done >= 0 && part.rank != rank[other]) {
            await(first[part.rank] + (int) done, start[other], other, what);
        }
    }

    /** {@code call} has waited until {@code time} for what {@code other} begins. */
    private void await(int call, long time, int other, String what) {
        long until = Math.min(end[call], time);
        if (call == other || until <= start[call]) {
            return;
        }
        waitEnd[call] = Math.max(waitEnd[call], until);
        String key = rank[other] + " " + placeNumberOf(other) + " " + what;
        Late before = late.getOrDefault(key, new Late(rank[other], placeOf(other), what, 0, 0));
        late.put(
                key,
                new Late(before.rank, before.place, what, before.times + 1, before.waitedNs + until - start[call]));
    }

    private record InnerWay(long collective, int source, int dest) {}

    /** Between two ranks the messages of one collective are received in the order in which they were sent. */
    private void lookInside(long[][] heads, long[][] collectives) {
        Map<String, Integer> numbers = new HashMap<>();
        Map<InnerWay, ArrayDeque<Inner>> sent = new HashMap<>();
        for (int r = 0; r < records.size(); r++) {
            for (int row = 0; row < records.get(r).collectiveCount(); row++) {
                nameAlgorithm(new Part(r, row), numbers);
            }
        }
        for (int receives = 0; receives < 2; receives++) {
            for (int r = 0; r < records.size(); r++) {
                RankRecord record = records.get(r);
                for (int step = 0; step < record.stepCount(); step++) {
                    if (record.step(step, RankRecord.STEP_IS_RECEIVE) == receives) {
                        int row = (int) record.step(step, RankRecord.COLLECTIVE);
                        step(sent, heads[r], new Part(r, row), collectives[r][row], step);
                    }
                }
            }
        }
    }

    private void nameAlgorithm(Part part, Map<String, Integer> numbers) {
        int name = (int) field(part, RankRecord.ALGORITHM);
        int call = begun(part);
        if (name >= 0) {
            long rounds = field(part, RankRecord.ROUNDS);
            String own =
                    records.get(part.rank).algorithms.get(name) + ", " + rounds + (rounds == 1 ? " round" : " rounds");
            // MPI_Startall begins several.
            String all = algorithm[call] == 0 ? own : algorithmOf(call) + "; " + own;
            algorithm[call] = 1 + number(all, numbers, algorithms);
        }
    }

    private void step(Map<InnerWay, ArrayDeque<Inner>> sent, long[] head, Part part, long collective, int step) {
        RankRecord record = records.get(part.rank);
        int call = begun(part);
        long time = Math.max(0, onOneClock(head, record.step(step, RankRecord.STEP_TIME)) - base);
        int peer = (int) record.step(step, RankRecord.STEP_PEER);
        boolean receives = record.step(step, RankRecord.STEP_IS_RECEIVE) == 1;
        InnerWay way = new InnerWay(collective, receives ? peer : part.rank, receives ? part.rank : peer);
        if (!receives) {
            sent.computeIfAbsent(way, any -> new ArrayDeque<>())
                    .add(new Inner(call, call, time, time, record.step(step, RankRecord.STEP_BYTES)));
            return;
        }
        ArrayDeque<Inner> queue = sent.get(way);
        Inner message = queue == null ? null : queue.poll();
        if (message != null) {
            inner.add(new Inner(message.sent, call, message.sentNs, time, message.bytes));
        }
    }

    /** Messages inside collectives. */
    List<Inner> inner() {
        return inner;
    }

    /** Names of algorithms with their rounds. */
    List<String> algorithms() {
        return algorithms;
    }

    /** One more than the number of its algorithm in {@link #algorithms}; 0 where it is not known. */
    int algorithmNumberOf(int call) {
        return algorithm[call];
    }

    /** The algorithm of a collective and its rounds; empty where it is not known. */
    String algorithmOf(int call) {
        return algorithm[call] == 0 ? "" : algorithms.get(algorithm[call] - 1);
    }

    int ranks() {
        return records.size();
    }

    int calls() {
        return rank.length;
    }

    int messages() {
        return messages.size();
    }

    /** Messages sent that no recorded receive has got. */
    int unmatched() {
        return unmatched;
    }

    long clockErrorNs() {
        return clockErrorNs;
    }

    List<Message> allMessages() {
        return messages;
    }

    /** Those that others waited for, the worst first. */
    List<Late> late() {
        return late.values().stream()
                .sorted(Comparator.comparingLong(Late::waitedNs).reversed())
                .toList();
    }

    /** The first call of a rank; of the number of ranks: behind the last call. */
    int firstOf(int anyRank) {
        return first[anyRank];
    }

    int rankOf(int call) {
        return rank[call];
    }

    long startOf(int call) {
        return start[call];
    }

    long endOf(int call) {
        return end[call];
    }

    /** Until when it has only waited for another rank; its start if it has not. */
    long waitEndOf(int call) {
        return waitEnd[call];
    }

    /** The same number for one collective at all ranks; 0 for another call. */
    long correlationOf(int call) {
        return correlation[call];
    }

    int functionNumberOf(int call) {
        return function[call];
    }

    int placeNumberOf(int call) {
        return stacks.get(stack[call]).place;
    }

    String functionOf(int call) {
        return functions.get(function[call]);
    }

    String placeOf(int call) {
        return places.get(placeNumberOf(call));
    }

    List<String> functions() {
        return functions;
    }

    List<String> places() {
        return places;
    }

    /** All frames that lead to calls; callers come before those that they call. */
    List<Frame> stacks() {
        return stacks;
    }

    /** The innermost frame of a call's stack, as a number in {@link #stacks}. */
    int stackOf(int call) {
        return stack[call];
    }

    long lengthNs() {
        return Arrays.stream(end).max().orElse(0);
    }
}
