package org.javampi.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.javampi.pages.json.Json;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made of the records of ranks: one clock, messages, waits, and each kind of file. */
class TraceTest {
    private static final long BEHIND = 1_000_000;

    @TempDir
    Path folder;

    private static int number(List<String> names, String name) {
        if (!names.contains(name)) {
            names.add(name);
        }
        return names.indexOf(name);
    }

    private static int call(RankRecord record, String function, String place, long start, long end, long within) {
        int call = record.callCount();
        for (long value :
                new long[] {start, end, number(record.functions, function), number(record.places, place), within, -1}) {
            record.calls.add(value);
        }
        return call;
    }

    private static void message(RankRecord record, int begun, int done, boolean receives, int peer, int tag) {
        for (long value : new long[] {begun, done, receives ? 1 : 0, peer, tag, CommunicatorNames.WORLD, 4}) {
            record.messages.add(value);
        }
    }

    /** Rank 1, whose clock is behind, waits 500 ns for rank 0's message, and rank 0 for it in the barrier. */
    private static Trace trace() {
        RankRecord zero = new RankRecord();
        call(zero, "MPI_Init", "A.java:1", 0, 100, 0);
        message(zero, call(zero, "MPI_Send", "A.java:5", 1000, 1100, 0), 1, false, 1, 7);
        call(zero, "MPI_Barrier", "A.java:9", 1200, 3000, CommunicatorNames.WORLD);
        RankRecord one = new RankRecord();
        call(one, "MPI_Init", "A.java:1", -BEHIND, 100 - BEHIND, 0);
        int receive = call(one, "MPI_Recv", "A.java:7", 500 - BEHIND, 1300 - BEHIND, 0);
        message(one, receive, receive, true, 0, 7);
        call(one, "MPI_Barrier", "A.java:9", 2900 - BEHIND, 3010 - BEHIND, CommunicatorNames.WORLD);
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
        assertTrue(text.contains("MPI_Barrier") && text.contains("A.java") && text.contains("rank 1"), text);
    }

    /** Many ranks, each of which sends to the next one again and again. */
    private static Trace large(int ranks, int calls) {
        Trace.Builder trace = new Trace.Builder(ranks);
        for (int rank = 0; rank < ranks; rank++) {
            RankRecord record = new RankRecord();
            call(record, "MPI_Init", "B.java:1", 0, 100, 0);
            for (int i = 1; i < calls; i++) {
                long start = 1000L * i + 37L * rank;
                if (i % 2 == 0) {
                    int send = call(record, "MPI_Send", "B.java:3", start, start + 300, 0);
                    message(record, send, send, false, (rank + 1) % ranks, 1);
                } else {
                    int receive = call(record, "MPI_Recv", "B.java:4", start, start + 900, 0);
                    message(record, receive, receive, true, (rank + ranks - 1) % ranks, 1);
                }
            }
            trace.add(rank, new long[] {0, 0, 1, 0, 10, 1, 0}, record);
        }
        return trace.build();
    }

    private static final List<String> BROWSERS = List.of("/usr/bin/chromium", "/usr/bin/google-chrome");

    private static String browser() {
        return BROWSERS.stream()
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElse(null);
    }

    private String browse(Path page, String place, String... more) throws Exception {
        String browser = browser();
        assumeTrue(browser != null, "no Chromium here: " + BROWSERS);
        List<String> command = new ArrayList<>(List.of(
                browser,
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("profile"),
                "--window-size=1400,900",
                "--virtual-time-budget=20000"));
        command.addAll(List.of(more));
        command.add(page.toUri() + "#" + place);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(Patience.seconds(120), TimeUnit.SECONDS));
        return text;
    }

    private static String body(String page, String attribute) {
        Matcher found = Pattern.compile("<body[^>]* data-" + attribute + "=\"([^\"]*)\"")
                .matcher(page);
        return found.find() ? found.group(1) : "nothing";
    }

    @Test
    void shouldShowLanesArrowsAndTooltipsInABrowser() throws Exception {
        Path page = folder.resolve("out.html");
        TraceFile.write(trace(), page);
        String light = browse(page, "light,tip", "--dump-dom");
        assertEquals("yes", body(light, "ready"), light.substring(Math.max(0, light.length() - 2000)));
        assertEquals("6", body(light, "drawn"));
        assertEquals("1", body(light, "arrows"));
        assertTrue(light.contains("rank 0: MPI_Barrier at A.java:9"), "no tooltip");
        assertTrue(light.contains("<td>straggler</td>"), "no table of late ranks");
        assertTrue(light.contains("one clock, error at most 30 ns"), "no error of the clock");
        Set<Integer> grounds = new HashSet<>();
        for (String theme : List.of("light", "dark")) {
            Path picture = folder.resolve(theme + ".png");
            browse(page, theme, "--screenshot=" + picture);
            BufferedImage image = ImageIO.read(picture.toFile());
            grounds.add(image.getRGB(image.getWidth() - 5, image.getHeight() - 5));
            Set<Integer> colours = new HashSet<>();
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, 105));
            }
            assertTrue(colours.size() >= 4, theme + " has only " + colours.size() + " colours in its first lane");
        }
        assertEquals(2, grounds.size(), "dark is not light");
    }

    @Test
    void shouldStayFluidWithAMillionCalls() throws Exception {
        Path page = folder.resolve("large.html");
        TraceFile.write(large(8, 125_000), page);
        String dom = browse(page, "light", "--dump-dom");
        assertEquals("yes", body(dom, "ready"));
        // On an idle machine 20 to 40 ms; here it may be shared.
        assertTrue(Double.parseDouble(body(dom, "ms")) < 3000, "one picture took " + body(dom, "ms") + " ms");
        String near = browse(page, "light,zoom=0.5-0.5001", "--dump-dom");
        assertTrue(Integer.parseInt(body(near, "arrows")) > 10, "no arrows near: " + body(near, "arrows"));
    }

    @Test
    void shouldFetchNothing() throws IOException {
        Path page = folder.resolve("out.html");
        TraceFile.write(trace(), page);
        String text = Files.readString(page);
        assertEquals(
                0,
                Stream.of("src=\"", "href=\"", "url(", "import(", "http://", "https://", "fetch(")
                        .filter(text::contains)
                        .count());
    }
}
