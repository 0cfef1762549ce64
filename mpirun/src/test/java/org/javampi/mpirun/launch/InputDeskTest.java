package org.javampi.mpirun.launch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
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

    private static byte[] ask(InputDesk desk, int rank) throws InterruptedException {
        BlockingQueue<byte[]> answer = new ArrayBlockingQueue<>(1);
        desk.onWanted(rank, answer::add);
        return answer.poll(Patience.seconds(120), TimeUnit.SECONDS);
    }

    @Test
    void shouldGiveAllOfItToEachRankThatReads() throws InterruptedException {
        byte[] input = new byte[100_000];
        new Random(7).nextBytes(input);
        InputDesk desk = new InputDesk(new InputPlan(FOR_ALL), 2, new ByteArrayInputStream(input), notes::add);
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
        InputDesk desk = new InputDesk(new InputPlan(0), 2, new ByteArrayInputStream(new byte[] {1}), notes::add);
        assertEquals(0, ask(desk, 1).length);
        assertEquals(0, ask(desk, 1).length);
        assertArrayEquals(new byte[] {1}, ask(desk, 0));
        assertEquals(
                List.of("rank 1 reads standard input, which is empty for it: rank 0 gets it (--stdin 1 gives it to this"
                        + " rank, --stdin all to every rank)"),
                notes);
    }
}
