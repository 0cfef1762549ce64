package org.javampi.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.javampi.testing.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a reader has it: in a browser, with a mouse. Skipped where there is no Chromium. */
class TracePageTest {
    private static final int LIGHT_WAIT = 0xe4572e;
    private static final int DARK_WAIT = 0xff7a50;

    @TempDir
    Path folder;

    private Browser open(Trace trace) throws IOException, InterruptedException {
        Path page = folder.resolve("out.html");
        TraceFile.write(trace, page);
        Browser browser = Browser.open(page.toUri(), folder);
        try {
            browser.await("document.body.dataset.ready === 'yes'");
            return browser;
        } catch (InterruptedException | RuntimeException e) {
            browser.close();
            throw e;
        }
    }

    private static double number(Browser browser, String expression) throws InterruptedException {
        return Double.parseDouble(browser.value(expression));
    }

    /** Where the middle of a call is on the screen. */
    private static double[] middle(Browser browser, int call) throws InterruptedException {
        String box = "$('lanes').getBoundingClientRect()";
        return new double[] {
            number(browser, box + ".left + x(start[" + call + "] + duration[" + call + "] / 2)"),
            number(browser, box + ".top + TOP + (rankOf(" + call + ") + 0.5) * laneHeight()")
        };
    }

    private static int count(BufferedImage picture, int colour) {
        int count = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                count += (picture.getRGB(x, y) & 0xffffff) == colour ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void shouldShowLanesArrowsAndTables() throws Exception {
        try (Browser browser = open(TraceTest.trace())) {
            assertEquals("6", browser.value("document.body.dataset.drawn"));
            assertEquals("1", browser.value("document.body.dataset.arrows"));
            assertEquals("2", browser.value("document.body.dataset.inner"), "messages of the barrier");
            String text = browser.value("document.body.innerText");
            assertTrue(text.contains("one clock, error at most 30 ns"), text);
            assertTrue(text.contains("straggler\t1\tA.java:9\t1\t1.70 us"), text);
            assertTrue(text.contains("MPI_Barrier\tdissemination, 1 round\t2\t1.91 us"), text);
            assertTrue(text.contains("MPI_Barrier\t2\t1.91 us\t1.70 us"), text);
            assertFalse(text.contains("A.java:20"), "a line that makes no call itself: " + text);
            BufferedImage light = browser.picture("trace-light");
            assertTrue(count(light, LIGHT_WAIT) > 5000, count(light, LIGHT_WAIT) + " points of waiting");
            browser.value("$('theme').click()");
            BufferedImage dark = browser.picture("trace-dark");
            assertTrue(count(dark, DARK_WAIT) > 5000, count(dark, DARK_WAIT) + " points of waiting");
            assertEquals(0, count(dark, LIGHT_WAIT));
            assertEquals(0xffffff, light.getRGB(1395, 895) & 0xffffff);
            assertEquals(0x14171d, dark.getRGB(1395, 895) & 0xffffff);
        }
    }

    @Test
    void shouldFollowTheReadersSystem() throws Exception {
        try (Browser browser = open(TraceTest.trace())) {
            assertEquals("light", browser.value("document.documentElement.dataset.theme"));
            browser.wishDark(true);
            browser.value("location.reload()");
            browser.await("document.documentElement.dataset.theme === 'dark'");
        }
    }

    @Test
    void shouldTellWhatIsUnderTheMouse() throws Exception {
        try (Browser browser = open(TraceTest.trace())) {
            double[] barrier = middle(browser, 2);
            browser.move(barrier[0], barrier[1]);
            browser.await("$('tip').style.display === 'block'");
            assertEquals(
                    "rank 0: MPI_Barrier at A.java:9\n1.10 us + 1.80 us, waited 1.70 us\ncollective 1: dissemination, 1 round"
                            + "\n100 ns in: -> rank 1, 0 bytes\n1.79 us in: <- rank 1, 0 bytes",
                    browser.value("$('tip').textContent"));
            double[] receive = middle(browser, 4);
            browser.move(receive[0], receive[1]);
            browser.await("$('tip').textContent.includes('MPI_Recv')");
            assertTrue(browser.value("$('tip').textContent").contains("<- rank 0, tag 7, 4 bytes"));
            browser.picture("trace-tip");
            assertTrue(number(browser, "$('tip').getBoundingClientRect().right") <= 1400);
            browser.move(5, 890);
            browser.await("$('tip').style.display === 'none'");
        }
    }

    @Test
    void shouldZoomMoveAndSearch() throws Exception {
        try (Browser browser = open(TraceTest.trace())) {
            double[] receive = middle(browser, 4);
            double span = number(browser, "to - from");
            browser.wheel(receive[0], receive[1], -120);
            browser.await("to - from < " + span * 0.81);
            assertEquals(receive[0], middle(browser, 4)[0], 2, "what is under the mouse stays there");
            browser.drag(receive[0], receive[1], receive[0] + 100, receive[1]);
            browser.await("Math.abs($('lanes').getBoundingClientRect().left + x(start[4] + duration[4] / 2) - "
                    + (receive[0] + 100) + ") < 2");
            browser.value("$('search').focus()");
            browser.type("recv");
            browser.await("$('hits').textContent === '1 found'");
            browser.value("$('next').click()");
            browser.await("$('hits').textContent === '1 of 1 found'");
            browser.await("from < start[4] && to > start[4] + duration[4]");
            assertTrue(count(browser.picture("trace-search"), 0xd100c9) > 100, "the hit has a frame");
            browser.value("$('all').click()");
            browser.await("from === 0 && to === head.length");
        }
    }

    @Test
    void shouldStayFluidWithAMillionCalls() throws Exception {
        try (Browser browser = open(large(8, 125_000))) {
            browser.picture("trace-million");
            // On an idle machine 20 to 40 ms; here it may be shared.
            String drawing = "(() => { const t = performance.now(); draw(); return performance.now() - t; })()";
            assertTrue(number(browser, drawing) < 3000);
            browser.value("$('search').value = 'B.java:1'");
            browser.value("search()");
            browser.await("$('hits').textContent === '8 found'");
            assertTrue(count(browser.picture("trace-million-search"), 0xd100c9) >= 8, "a hit among many is seen");
            browser.value("next()");
            browser.value("from = head.length / 2, to = from * 1.001, draw()");
            for (int i = 0; i < 5; i++) {
                browser.wheel(700, 300, -120);
            }
            browser.await("Number(document.body.dataset.arrows) > 10");
            assertTrue(number(browser, drawing) < 3000);
            browser.move(700, 300);
            browser.picture("trace-million-near");
            String asking =
                    "(() => { const t = performance.now(); describe(callAt(700, 300)); return performance.now() - t; })()";
            assertTrue(number(browser, asking) < 3000);
        }
    }

    /** Many ranks, each of which sends to the next one again and again. */
    private static Trace large(int ranks, int calls) {
        Trace.Builder trace = new Trace.Builder(ranks);
        for (int rank = 0; rank < ranks; rank++) {
            RankRecord record = new RankRecord();
            TraceTest.call(record, "MPI_Init", "B.java:1", 0, 100, 0);
            for (int i = 1; i < calls; i++) {
                long start = 1000L * i + 37L * rank;
                if (i % 2 == 0) {
                    int send = TraceTest.call(record, "MPI_Send", "B.java:3", start, start + 300, 0);
                    TraceTest.message(record, send, send, false, (rank + 1) % ranks, 1);
                } else {
                    int receive = TraceTest.call(record, "MPI_Recv", "B.java:4", start, start + 900, 0);
                    TraceTest.message(record, receive, receive, true, (rank + ranks - 1) % ranks, 1);
                }
            }
            trace.add(rank, new long[] {0, 0, 1, 0, 10, 1, 0}, record);
        }
        return trace.build();
    }

    @Test
    void shouldSayWhenThereAreNoMessages() throws Exception {
        RankRecord alone = new RankRecord();
        TraceTest.call(alone, "MPI_Init", "A.java:1", 0, 100, 0);
        Trace.Builder trace = new Trace.Builder(1);
        trace.add(0, new long[] {0, 0, 200, 0, 0, 200, 0}, alone);
        try (Browser browser = open(trace.build())) {
            assertEquals("no messages between two ranks", browser.value("$('cell').textContent"));
            assertNotEquals("0", browser.value("document.body.dataset.drawn"));
        }
    }

    @Test
    void shouldFetchNothing() throws IOException {
        Path page = folder.resolve("out.html");
        TraceFile.write(TraceTest.trace(), page);
        String text = Files.readString(page);
        assertEquals(
                0,
                Stream.of("src=\"", "href=\"", "url(", "import(", "http://", "https://", "fetch(")
                        .filter(text::contains)
                        .count());
    }
}
