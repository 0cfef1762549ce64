package org.javampi.mpirun.launch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.javampi.mpirun.plan.InputPlan;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;

/** Standard input that several ranks read, each at its own pace. */
class InputDeskTest {
    private static final int FOR_ALL = -1;

    private final List<String> notes = new ArrayList<>();

    private final long[] positions = new long[2];

    /** What comes next for a rank. */
    private byte[] ask(InputDesk desk, int rank) throws InterruptedException {
        BlockingQueue<byte[]> answer = new ArrayBlockingQueue<>(1);
        desk.onWanted(rank, positions[rank], answer::add, notes::add);
        byte[] bytes = answer.poll(Patience.seconds(120), TimeUnit.SECONDS);
        positions[rank] += bytes.length;
        return bytes;
    }

    @Test
    void shouldGiveARankAgainWhatItHadReadBehindItsCheckpoint() throws InterruptedException {
        byte[] input = new byte[100_000];
        new Random(8).nextBytes(input);
        InputDesk desk = new InputDesk(new InputPlan(0), 1, new ByteArrayInputStream(input), true, false);
        while (positions[0] < 70_000) {
            ask(desk, 0);
        }
        positions[0] = 12_345;
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        for (byte[] piece = ask(desk, 0); piece.length > 0; piece = ask(desk, 0)) {
            again.writeBytes(piece);
        }
        assertArrayEquals(Arrays.copyOfRange(input, 12_345, input.length), again.toByteArray());
        assertEquals(List.of(), notes);
    }

    @Test
    void shouldReadAPipeFromItsStartAfterARestartAndSaySo() throws InterruptedException {
        InputDesk desk = new InputDesk(new InputPlan(0), 1, new ByteArrayInputStream(new byte[] {5, 6}), true, true);
        positions[0] = 40;
        assertArrayEquals(new byte[] {5, 6}, ask(desk, 0));
        assertEquals(
                List.of(
                        "rank 0 had read 40 bytes of standard input at the checkpoint: standard input is no file now, and"
                                + " is read from its start"),
                notes);
        assertEquals(0, ask(desk, 0).length);
    }

    @Test
    void shouldGiveAllOfItToEachRankThatReads() throws InterruptedException {
        byte[] input = new byte[100_000];
        new Random(7).nextBytes(input);
        InputDesk desk = new InputDesk(new InputPlan(FOR_ALL), 2, new ByteArrayInputStream(input), false, false);
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        second.writeBytes(ask(desk, 1));
        for (byte[] piece = ask(desk, 0); piece.length > 0; piece = ask(desk, 0)) {
            first.writeBytes(piece);
        }
        for (byte[] piece = ask(desk, 1); piece.length > 0; piece = ask(desk, 1)) {
            second.writeBytes(piece);
        }
        assertArrayEquals(input, first.toByteArray());
        assertArrayEquals(input, second.toByteArray());
        assertEquals(List.of(), notes);
    }

    @Test
    void shouldSayOnceThatItIsForAnotherRank() throws InterruptedException {
        InputDesk desk = new InputDesk(new InputPlan(0), 2, new ByteArrayInputStream(new byte[] {1}), false, false);
        assertEquals(0, ask(desk, 1).length);
        assertEquals(0, ask(desk, 1).length);
        assertArrayEquals(new byte[] {1}, ask(desk, 0));
        assertEquals(
                List.of("rank 1 reads standard input, which is empty for it: rank 0 gets it (--stdin 1 gives it to this"
                        + " rank, --stdin all to every rank)"),
                notes);
    }
}
