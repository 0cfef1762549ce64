package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Op;
import org.javampi.MPI_Request;
import org.javampi.conformance.Worlds;
import org.javampi.core.world.World;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All collectives against plain arithmetic, for every root, at even and odd sizes (MPI-1.1 chapters
 * 4 and 5).
 */
@Timeout(200)
class CollectivesTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 9})
    void shouldMoveDataForEveryRoot(int n) {
        World.of(n)
                .transport("shm")
                .run(
                        rank -> {
                            MPI_Init();
                            for (int count : new int[] {0, 1, 7, 3000}) {
                                for (int root = 0; root < n; root++) {
                                    move(rank, n, count, root);
                                }
                                everywhere(rank, n, count);
                            }
                            MPI_Finalize();
                        });
    }

    private static int item(int from, int to, int i) {
        return from * 1_000_000 + to * 10_000 + i;
    }

    private static int[] row(int from, int to, int count) {
        int[] row = new int[count];
        Arrays.setAll(row, i -> item(from, to, i));
        return row;
    }

    private static void move(int rank, int n, int count, int root) {
        int[] data = rank == root ? row(root, 0, count) : new int[count];
        MPI_Bcast(data, count, MPI_INT, root, MPI_COMM_WORLD);
        assertArrayEquals(row(root, 0, count), data);
        int[] all = rank == root ? new int[n * count] : null;
        MPI_Gather(row(rank, 1, count), count, MPI_INT, all, count, MPI_INT, root, MPI_COMM_WORLD);
        int[] piece = new int[count];
        MPI_Scatter(all, count, MPI_INT, piece, count, MPI_INT, root, MPI_COMM_WORLD);
        assertArrayEquals(row(rank, 1, count), piece);
        long[] mine = new long[count];
        Arrays.fill(mine, rank + 1);
        long[] sum = rank == root ? new long[count] : null;
        MPI_Reduce(mine, sum, count, MPI_LONG, MPI_SUM, root, MPI_COMM_WORLD);
        if (rank == root) {
            long[] expected = new long[count];
            Arrays.fill(expected, (long) n * (n + 1) / 2);
            assertArrayEquals(expected, sum);
        }
    }

    private static void everywhere(int rank, int n, int count) {
        int[] gathered = new int[n * count];
        MPI_Allgather(
                row(rank, 2, count), count, MPI_INT, gathered, count, MPI_INT, MPI_COMM_WORLD);
        int[] out = new int[n * count];
        int[] in = new int[n * count];
        for (int other = 0; other < n; other++) {
            assertArrayEquals(
                    row(other, 2, count),
                    Arrays.copyOfRange(gathered, other * count, (other + 1) * count));
            System.arraycopy(row(rank, other, count), 0, out, other * count, count);
        }
        MPI_Alltoall(out, count, MPI_INT, in, count, MPI_INT, MPI_COMM_WORLD);
        for (int other = 0; other < n; other++) {
            assertArrayEquals(
                    row(other, rank, count),
                    Arrays.copyOfRange(in, other * count, (other + 1) * count));
        }
        int[] max = new int[count];
        MPI_Allreduce(row(rank, 0, count), max, count, MPI_INT, MPI_MAX, MPI_COMM_WORLD);
        assertArrayEquals(row(n - 1, 0, count), max);
        MPI_Barrier(MPI_COMM_WORLD);
    }

    /**
     * Affine maps x -> a x + b modulo a prime: associative, and each order of operands has its own
     * result.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9})
    void shouldKeepRankOrderForOperationsThatDoNotCommute(int n) {
        World.of(n)
                .transport("shm")
                .run(
                        rank -> {
                            MPI_Init();
                            MPI_Op compose =
                                    MPI_Op_create(
                                            (in, inout, len, type) ->
                                                    compose((long[]) in, (long[]) inout, len),
                                            false);
                            long[] expected = {1, 0};
                            long[] prefix = null;
                            for (int r = 0; r < n; r++) {
                                long[] next = {r + 2, 3 * r + 1};
                                compose(expected, next, 2);
                                expected = next;
                                prefix = r == rank ? expected.clone() : prefix;
                            }
                            long[] mine = {rank + 2, 3 * rank + 1};
                            long[] result = new long[2];
                            for (int root = 0; root < n; root++) {
                                MPI_Reduce(
                                        mine, result, 2, MPI_LONG, compose, root, MPI_COMM_WORLD);
                                if (rank == root) {
                                    assertArrayEquals(expected, result);
                                }
                            }
                            MPI_Allreduce(mine, result, 2, MPI_LONG, compose, MPI_COMM_WORLD);
                            assertArrayEquals(expected, result);
                            MPI_Scan(mine, result, 2, MPI_LONG, compose, MPI_COMM_WORLD);
                            assertArrayEquals(prefix, result);
                            MPI_Op_free(compose);
                            MPI_Finalize();
                        });
    }

    private static void compose(long[] in, long[] inout, int len) {
        for (int i = 0; i < len; i += 2) {
            long a = in[i] * inout[i] % 1_000_003;
            long b = (inout[i] * in[i + 1] + inout[i + 1]) % 1_000_003;
            inout[i] = a;
            inout[i + 1] = b;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void shouldNotMeetPointToPointTraffic(int n) {
        Worlds.overAll(
                n,
                rank -> {
                    MPI_Init();
                    int[] got = new int[1];
                    MPI_Request pending =
                            MPI_Irecv(got, 1, MPI_INT, MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD);
                    for (int i = 0; i < 50; i++) {
                        everywhere(rank, n, i);
                        move(rank, n, i, i % n);
                    }
                    assertFalse(MPI_Test(pending, MPI_STATUS_IGNORE));
                    MPI_Barrier(MPI_COMM_WORLD);
                    MPI_Send(new int[] {rank}, 1, MPI_INT, (rank + 1) % n, 4, MPI_COMM_WORLD);
                    MPI_Wait(pending);
                    assertEquals((rank + n - 1) % n, got[0]);
                    MPI_Finalize();
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5})
    void shouldBuildCommunicatorsWithoutEnd(int n) {
        World.of(n)
                .transport("shm")
                .run(
                        rank -> {
                            MPI_Init();
                            for (int i = 0; i < 2000; i++) {
                                MPI_Comm copy = MPI_Comm_dup(MPI_COMM_WORLD);
                                MPI_Comm_free(copy);
                            }
                            MPI_Comm half =
                                    MPI_Comm_split(
                                            MPI_COMM_WORLD,
                                            rank % 2 == 0 ? 0 : MPI_UNDEFINED,
                                            Integer.MIN_VALUE + n - rank);
                            if (rank % 2 == 0) {
                                int size = (n + 1) / 2;
                                assertEquals(size, MPI_Comm_size(half));
                                assertEquals(size - 1 - rank / 2, MPI_Comm_rank(half));
                            } else {
                                assertSame(MPI_COMM_NULL, half);
                            }
                            MPI_Finalize();
                        });
    }
}
