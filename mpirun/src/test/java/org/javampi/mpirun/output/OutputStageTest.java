package org.javampi.mpirun.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lines of several ranks on one stream. */
class OutputStageTest {
    private final Target seen = new Target();
    private final AtomicReference<IOException> failure = new AtomicReference<>();
    private final OutputStage stage = new OutputStage("test", seen, failure::set);
    private final RankStream one = stage.lane(() -> bytes("[0] "));
    private final RankStream other = stage.lane(() -> bytes("[1] "));

    /** What has come out; waits for it, or holds it up. */
    private static final class Target extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean isHeld;
        private boolean isFull;

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] more, int offset, int length) throws IOException {
            try {
                while (isHeld) {
                    wait();
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            if (isFull) {
                throw new IOException("No space left on device");
            }
            bytes.write(more, offset, length);
            notifyAll();
        }

        synchronized void hold(boolean held) {
            isHeld = held;
            notifyAll();
        }

        synchronized void fill() {
            isFull = true;
        }

        synchronized void await(String text) throws InterruptedException {
            while (!bytes.toString(StandardCharsets.UTF_8).equals(text)) {
                wait();
            }
        }

        synchronized String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void write(RankStream stream, String text) {
        stream.write(bytes(text), bytes(text).length);
    }

    @AfterEach
    void close() {
        seen.hold(false);
        stage.close();
    }

    @Test
    void shouldKeepLinesWhole() throws InterruptedException {
        seen.hold(true);
        write(one, "first\n");
        write(one, "a");
        write(other, "x\ny");
        write(one, "b\n");
        write(other, "z\n\n");
        seen.hold(false);
        assertTrue(stage.drain(0));
        assertEquals(
                "[0] first\n[1] x\n[1] yz\n[1] \n[0] ab\n".lines().sorted().toList(),
                seen.text().lines().sorted().toList());
    }

    @Test
    void shouldShowAPromptBeforeItsLineEnds() throws InterruptedException {
        write(one, "number? ");
        seen.await("[0] number? ");
        write(one, "42\n");
        seen.await("[0] number? 42\n");
    }

    @Test
    void shouldLetOthersGoOnBehindALineThatDoesNotEnd() throws InterruptedException {
        write(one, "number? ");
        seen.await("[0] number? ");
        write(other, "x\n");
        seen.await("[0] number? \n[1] x\n");
        write(one, "42\n");
        seen.await("[0] number? \n[1] x\n[0] 42\n");
    }

    @Test
    void shouldKeepALastLineWithoutEndOnALineOfItsOwn() throws InterruptedException {
        write(one, "end");
        one.finish();
        seen.await("[0] end");
        write(other, "more\nlast");
        other.finish();
        seen.await("[0] end\n[1] more\n[1] last");
        stage.say("report");
        seen.await("[0] end\n[1] more\n[1] last\nreport" + System.lineSeparator());
    }

    @Test
    void shouldHoldUpTheWriterAndNobodyElseWhenNobodyReads() throws InterruptedException {
        seen.hold(true);
        AtomicInteger written = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        Thread writer = new Thread(() -> {
            byte[] line = bytes("x".repeat(999) + "\n");
            for (int i = 0; i < 10_000; i++) {
                one.write(line, line.length);
                written.incrementAndGet();
                begun.countDown();
            }
        });
        writer.start();
        begun.await();
        while (writer.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertTrue(written.get() < 1_000, "bounded: " + written.get() + " lines of 1000 bytes were taken");
        stage.say("does not wait");
        CountDownLatch taken = new CountDownLatch(1);
        other.offer(new byte[1 << 17], taken::countDown);
        assertFalse(stage.drain(50), "nothing goes out");
        seen.hold(false);
        taken.await();
        writer.join();
        assertTrue(stage.drain(0));
        assertEquals(
                10_000, seen.text().lines().filter(line -> line.endsWith("xx")).count());
    }

    @Test
    void shouldPassALongLineInPieces() throws InterruptedException {
        byte[] piece = bytes("y".repeat(50_000));
        for (int i = 0; i < 100; i++) {
            one.write(piece, piece.length);
        }
        write(one, "\n");
        write(other, "x\n");
        assertTrue(stage.drain(0));
        assertEquals("[0] " + "y".repeat(5_000_000) + "\n[1] x\n", seen.text());
    }

    @Test
    void shouldSayOnceThatTheTargetTakesNothing() throws InterruptedException {
        seen.fill();
        for (int i = 0; i < 1_000; i++) {
            write(one, "z".repeat(1_000) + "\n");
        }
        assertTrue(stage.drain(0), "what is lost is not waited for");
        while (failure.get() == null) {
            Thread.onSpinWait();
        }
        assertEquals("No space left on device", failure.get().getMessage());
    }

    @Test
    void shouldGroupLinesOfSeveralRanks() throws InterruptedException {
        GroupedLines lines = new GroupedLines(stage.lane(LineStyle.PLAIN), 4);
        for (int rank = 0; rank < 4; rank++) {
            write(lines.lane(rank), "ready\n" + (rank == 2 ? "special\n" : "usual\n"));
            lines.lane(rank).finish();
        }
        assertTrue(lines.drain(0));
        assertTrue(stage.drain(0));
        assertEquals(
                "[0-3] ready\n[0-1,3] usual\n[2] special\n".lines().sorted().toList(),
                seen.text().lines().sorted().toList());
        assertTrue(seen.text().startsWith("[0-3] ready\n"), seen.text());
    }
}
