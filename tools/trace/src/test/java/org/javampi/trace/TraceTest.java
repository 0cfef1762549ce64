package org.javampi.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.javampi.pages.json.Json;
import org.junit.jupiter.api.Test;

/** What is made of the records of ranks: one clock, messages, waits, and each kind of file. */
class TraceTest {
    private static final long BEHIND = 1_000_000;

    private static int number(List<String> names, String name) {
        if (!names.contains(name)) {
            names.add(name);
        }
        return names.indexOf(name);
    }

    static int call(RankRecord record, String function, String place, long start, long end, long within) {
        int call = record.callCount();
        record.calls.addAll(
                start, end, number(record.functions, function), stack(record, place, stack(record, "A.java:20", -1)));
        CallKind kind = CallKind.of(function);
        if (within != 0) {
            record.collectives.addAll(call, call, kind.ordinal(), within, record.collectiveCount() + 1, -1, -1, 0);
        }
        return call;
    }

    private static int stack(RankRecord record, String place, int caller) {
        int frame = record.places.indexOf(place);
        if (frame < 0) {
            frame = record.places.size();
            record.places.add(place);
            record.methods.add(caller < 0 ? "A.main" : "A.step");
        }
        for (int node = 0; node < record.stackCount(); node++) {
            if (record.stack(node, RankRecord.FRAME) == frame && record.stack(node, RankRecord.CALLER) == caller) {
                return node;
            }
        }
        record.stacks.addAll(frame, caller);
        return record.stackCount() - 1;
    }

    static void message(RankRecord record, int begun, int done, boolean receives, int peer, int tag) {
        record.messages.addAll(begun, done, receives ? 1 : 0, peer, tag, CommunicatorNames.WORLD, 4);
    }

    /** In one round a rank sends and receives. */
    private static void inside(RankRecord record, int peer, long sent, long received) {
        int row = record.collectiveCount() - 1;
        int at = row * RankRecord.COLLECTIVE_FIELDS;
        record.collectives.set(at + RankRecord.ALGORITHM, number(record.algorithms, "dissemination"));
        record.collectives.set(at + RankRecord.ROUNDS, 1);
        record.steps.addAll(row, sent, peer, 0, 0, row, received, peer, 0, 1);
    }

    /** Rank 1, whose clock is behind, waits 500 ns for rank 0's message, and rank 0 for it in the barrier. */
    static Trace trace() {
        RankRecord zero = new RankRecord();
        call(zero, "MPI_Init", "A.java:1", 0, 100, 0);
        message(zero, call(zero, "MPI_Send", "A.java:5", 1000, 1100, 0), 1, false, 1, 7);
        call(zero, "MPI_Barrier", "A.java:9", 1200, 3000, CommunicatorNames.WORLD);
        inside(zero, 1, 1300, 2990);
        RankRecord one = new RankRecord();
        call(one, "MPI_Init", "A.java:1", -BEHIND, 100 - BEHIND, 0);
        int receive = call(one, "MPI_Recv", "A.java:7", 500 - BEHIND, 1300 - BEHIND, 0);
        message(one, receive, receive, true, 0, 7);
        call(one, "MPI_Barrier", "A.java:9", 2900 - BEHIND, 3010 - BEHIND, CommunicatorNames.WORLD);
        inside(one, 0, 2910 - BEHIND, 2950 - BEHIND);
        Trace.Builder trace = new Trace.Builder(2);
        trace.add(0, new long[] {0, 0, 4000, 0, 0, 4000, 0}, zero);
        trace.add(1, new long[] {-BEHIND, BEHIND, 4000 - BEHIND, BEHIND, 30, 4000, 0}, RankRecord.of(one.bytes()));
        return trace.build();
    }

    @Test
    void shouldPutAllRanksOnOneClockAndFindWaits() {
        Trace trace = trace();
        assertEquals(6, trace.calls());
        assertEquals(1, trace.messages());
        assertEquals(0, trace.unmatched());
        assertEquals(30, trace.clockErrorNs());
        Trace.Message message = trace.allMessages().get(0);
        assertEquals(900, trace.startOf(message.sent()));
        assertEquals(400, trace.startOf(message.received()));
        assertEquals(900, trace.waitEndOf(message.received()));
        List<Trace.Late> late = trace.late();
        assertEquals(new Trace.Late(1, "A.java:9", "straggler", 1, 1700), late.get(0));
        assertEquals(new Trace.Late(0, "A.java:5", "late sender", 1, 500), late.get(1));
        assertTrue(trace.correlationOf(2) > 0);
        assertEquals(trace.correlationOf(2), trace.correlationOf(5));
    }

    @Test
    void shouldTellWhatCollectivesDoInside() {
        Trace trace = trace();
        assertEquals("dissemination, 1 round", trace.algorithmOf(2));
        assertEquals("", trace.algorithmOf(1));
        assertEquals(
                List.of(new Trace.Inner(5, 2, 2810, 2890, 0), new Trace.Inner(2, 5, 1200, 2850, 0)), trace.inner());
    }

    @Test
    void shouldDrawMessagesAsText() {
        String text = new MessageDiagram(trace()).text();
        assertTrue(text.contains("o---->|      tag 7, 4 bytes: MPI_Send A.java:5 -> MPI_Recv A.java:7"), text);
        assertTrue(text.contains("#=====#      MPI_Barrier A.java:9"), text);
        assertTrue(text.contains("straggler: rank 1 at A.java:9, waited for 0.002 ms in 1 call"), text);
    }

    @Test
    void shouldWriteChromesFormat() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ChromeFile(trace()).write(out);
        Map<?, ?> file = (Map<?, ?>) Json.read(out.toString(StandardCharsets.UTF_8));
        List<?> events = (List<?>) file.get("traceEvents");
        Map<String, Integer> kinds = new TreeMap<>();
        events.forEach(event -> kinds.merge((String) ((Map<?, ?>) event).get("ph"), 1, Integer::sum));
        assertEquals(Map.of("M", 3, "X", 6, "s", 1, "f", 1), kinds);
        Map<?, ?> frames = (Map<?, ?>) file.get("stackFrames");
        Map<?, ?> send = (Map<?, ?>) events.stream()
                .filter(event -> "MPI_Send".equals(((Map<?, ?>) event).get("name")))
                .findFirst()
                .orElseThrow();
        String innermost = ((Number) send.get("sf")).intValue() + "";
        assertEquals("A.step (A.java:5)", ((Map<?, ?>) frames.get(innermost)).get("name"));
        String caller = ((Number) ((Map<?, ?>) frames.get(innermost)).get("parent")).intValue() + "";
        assertEquals("A.main (A.java:20)", ((Map<?, ?>) frames.get(caller)).get("name"));
    }

    @Test
    void shouldWritePerfettosFormat() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PerfettoFile(trace()).write(out);
        List<PerfettoReader.Slice> slices = PerfettoReader.read(out.toByteArray());
        assertEquals(6, slices.size());
        PerfettoReader.Slice send = slices.get(1);
        assertEquals("MPI_Send", send.name());
        assertEquals(List.of("A.main A.java:20", "A.step A.java:5"), send.stack());
        PerfettoReader.Slice receive = slices.stream()
                .filter(slice -> slice.name().equals("MPI_Recv"))
                .findFirst()
                .orElseThrow();
        assertEquals(send.flows(), receive.endedFlows());
        List<PerfettoReader.Slice> barriers = slices.stream()
                .filter(slice -> slice.name().equals("MPI_Barrier"))
                .toList();
        assertEquals(2, barriers.size());
        assertTrue(barriers.get(0).correlation() > 0);
        assertEquals(barriers.get(0).correlation(), barriers.get(1).correlation());
        assertEquals(0, send.correlation());
        assertEquals(
                List.of(1L, 2L),
                barriers.stream().map(PerfettoReader.Slice::track).toList());
        assertTrue(barriers.get(0).annotations().contains("dissemination, 1 round"), barriers.toString());
    }
}
