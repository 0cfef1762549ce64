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
        for (long value :
                new long[] {start, end, number(record.functions, function), number(record.places, place), within, -1}) {
            record.calls.add(value);
        }
        return call;
    }

    static void message(RankRecord record, int begun, int done, boolean receives, int peer, int tag) {
        for (long value : new long[] {begun, done, receives ? 1 : 0, peer, tag, CommunicatorNames.WORLD, 4}) {
            record.messages.add(value);
        }
    }

    /** In one round a rank sends and receives. */
    private static void inside(RankRecord record, int call, int peer, long sent, long received) {
        for (long value : new long[] {call, number(record.algorithms, "dissemination"), 1}) {
            record.collectives.add(value);
        }
        for (long value : new long[] {call, sent, peer, 0, 0, call, received, peer, 0, 1}) {
            record.steps.add(value);
        }
    }

    /** Rank 1, whose clock is behind, waits 500 ns for rank 0's message, and rank 0 for it in the barrier. */
    static Trace trace() {
        RankRecord zero = new RankRecord();
        call(zero, "MPI_Init", "A.java:1", 0, 100, 0);
        message(zero, call(zero, "MPI_Send", "A.java:5", 1000, 1100, 0), 1, false, 1, 7);
        int arrived = call(zero, "MPI_Barrier", "A.java:9", 1200, 3000, CommunicatorNames.WORLD);
        inside(zero, arrived, 1, 1300, 2990);
        RankRecord one = new RankRecord();
        call(one, "MPI_Init", "A.java:1", -BEHIND, 100 - BEHIND, 0);
        int receive = call(one, "MPI_Recv", "A.java:7", 500 - BEHIND, 1300 - BEHIND, 0);
        message(one, receive, receive, true, 0, 7);
        int late = call(one, "MPI_Barrier", "A.java:9", 2900 - BEHIND, 3010 - BEHIND, CommunicatorNames.WORLD);
        inside(one, late, 0, 2910 - BEHIND, 2950 - BEHIND);
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
    }

    @Test
    void shouldWritePerfettosFormat() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PerfettoFile(trace()).write(out);
        byte[] bytes = out.toByteArray();
        int packets = 0;
        int at = 0;
        while (at < bytes.length) {
            assertEquals(1 << 3 | 2, bytes[at], "a packet at " + at);
            int length = bytes[at + 1] & 0x7f;
            int head = 2;
            if (bytes[at + 1] < 0) {
                length |= bytes[at + 2] << 7;
                head = 3;
            }
            at += head + length;
            packets++;
        }
        assertEquals(bytes.length, at);
        assertEquals(2 + 2 * 6, packets);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertTrue(text.contains("dissemination, 1 round") && text.contains("A.java") && text.contains("rank 1"), text);
    }
}
