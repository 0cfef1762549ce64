package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.javampi.core.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Collectives in which some ranks only give: those need not wait for the others (MPI-1.1 §4.1). */
class OneWayTest {
    private static final int[] LENGTHS = {
        0, 1, 8, 31, 32, 33, 100, 1000, 4095, 4096, 4097, 20_000, 70_000, 300_000, 1_100_000
    };

    @ParameterizedTest
    @CsvSource({"8", "32", "100", "4096", "65536"})
    void shouldLetARootBroadcastThatNobodyHasReadYet(int bytes) {
        int calls = 8;
        CountDownLatch ahead = new CountDownLatch(1);
        World.of(3).transport("shm").deadline(Duration.ofSeconds(120)).run(rank -> {
            MPI_Init();
            byte[] data = new byte[bytes];
            // What the board needs of memory is looked for in the first call.
            MPI_Bcast(data, bytes, MPI_BYTE, 0, MPI_COMM_WORLD);
            MPI_Barrier(MPI_COMM_WORLD);
            if (rank != 0) {
                assertTrue(ahead.await(60, TimeUnit.SECONDS), "the root has waited for its readers");
            }
            for (int call = 0; call < calls; call++) {
                if (rank == 0) {
                    Arrays.fill(data, (byte) (call + 1));
                }
                MPI_Bcast(data, bytes, MPI_BYTE, 0, MPI_COMM_WORLD);
                assertEquals(call + 1, data[bytes - 1]);
            }
            ahead.countDown();
            MPI_Finalize();
        });
    }

    @Test
    void shouldLetALeafReduceBeforeTheRootComes() {
        int calls = 8;
        CountDownLatch ahead = new CountDownLatch(1);
        World.of(2).transport("shm").deadline(Duration.ofSeconds(120)).run(rank -> {
            MPI_Init();
            MPI_Barrier(MPI_COMM_WORLD);
            if (rank == 0) {
                assertTrue(ahead.await(60, TimeUnit.SECONDS), "the leaf has waited for its root");
            }
            long[] sum = new long[5];
            for (int call = 0; call < calls; call++) {
                MPI_Reduce(new long[] {call, 1, 2, 3, call}, sum, 5, MPI_LONG, MPI_SUM, 0, MPI_COMM_WORLD);
                assertEquals(rank == 0 ? 2L * call : 0, sum[4]);
            }
            ahead.countDown();
            MPI_Finalize();
        });
    }

    @ParameterizedTest
    @CsvSource({"2, 101", "3, 102", "5, 103", "9, 104"})
    void shouldMoveTheRightDataWhenRanksAreAtDifferentCalls(int ranks, long seed) {
        World.of(ranks).transport("shm").deadline(Duration.ofSeconds(300)).run(own -> {
            MPI_Init();
            Random calls = new Random(seed);
            Random pauses = new Random(seed + own);
            byte[] data = new byte[1_100_000];
            long[] sums = new long[1_100_000 / Long.BYTES];
            for (int call = 0; call < 400; call++) {
                int kind = calls.nextInt(4);
                int root = calls.nextInt(ranks);
                int length = LENGTHS[calls.nextInt(LENGTHS.length)];
                byte first = (byte) calls.nextInt();
                if (pauses.nextInt(8) == 0) {
                    Thread.yield();
                }
                String what = "seed " + seed + ", call " + call + ", kind " + kind + ", " + length + " bytes";
                switch (kind) {
                    case 0 -> {
                        fill(data, length, own == root ? first : (byte) 0);
                        MPI_Bcast(data, length, MPI_BYTE, root, MPI_COMM_WORLD);
                        check(data, length, first, what);
                    }
                    case 1 -> {
                        int items = length / Long.BYTES;
                        Arrays.fill(sums, 0, items, own + first);
                        long[] result = own == root ? new long[items] : null;
                        MPI_Reduce(sums, result, items, MPI_LONG, MPI_SUM, root, MPI_COMM_WORLD);
                        long expected = (long) ranks * first + ranks * (ranks - 1) / 2;
                        for (int i = 0; own == root && i < items; i++) {
                            assertEquals(expected, result[i], what);
                        }
                    }
                    case 2 -> {
                        long[] item = {own * 1000L + first};
                        long[] all = new long[ranks];
                        MPI_Allgather(item, 1, MPI_LONG, all, 1, MPI_LONG, MPI_COMM_WORLD);
                        for (int i = 0; i < ranks; i++) {
                            assertEquals(i * 1000L + first, all[i], what);
                        }
                    }
                    default -> MPI_Barrier(MPI_COMM_WORLD);
                }
            }
            MPI_Finalize();
        });
    }

    private static void fill(byte[] data, int length, byte first) {
        for (int i = 0; i < length; i++) {
            data[i] = (byte) (first + i * 7);
        }
    }

    private static void check(byte[] data, int length, byte first, String what) {
        for (int i = 0; i < length; i++) {
            if (data[i] != (byte) (first + i * 7)) {
                assertEquals((byte) (first + i * 7), data[i], what + ", byte " + i);
            }
        }
    }
}
