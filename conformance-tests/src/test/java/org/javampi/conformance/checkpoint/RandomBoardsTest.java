package org.javampi.conformance.checkpoint;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.javampi.Checkpoint;
import org.javampi.MPI_Comm;
import org.javampi.core.world.World;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random collectives before, between and after checkpoints. Ranks that share memory do them on
 * boards, which are no part of a checkpoint: each life begins with none, over another transport or
 * on other hosts, and all come to the numbers of a world that was never disturbed. {@code
 * -Dconformance.seeds=N -Dconformance.seed=FIRST} plays more.
 */
class RandomBoardsTest {
    private static final int SEEDS = Integer.getInteger("conformance.seeds", 8);
    private static final long FIRST_SEED = Long.getLong("conformance.seed", 1);
    private static final int STEPS = 24;
    private static final int LIVES = 3;
    private static final int COMMS = 4;

    /** Longer than a slot of a board, in ints. */
    private static final int LONG = 300_000;

    @TempDir
    Path folder;

    /** What survives. */
    static final class Sum implements Serializable {
        private static final long serialVersionUID = 1L;

        int step;
        long value;
        MPI_Comm[] comms = new MPI_Comm[COMMS];
    }

    /** A world of one life. */
    private record Place(String transport, int hosts) {
        static Place any(Random random) {
            return switch (random.nextInt(5)) {
                case 0 -> new Place("tcp", 1);
                case 1 -> new Place("shm,tcp", 2);
                default -> new Place("shm", 1);
            };
        }

        World of(int ranks) {
            World world = World.of(ranks).deadline(Patience.duration(120)).transport(transport);
            return hosts == 1 ? world : world.hosts(rank -> rank * hosts / ranks);
        }
    }

    @Test
    void shouldComeToTheSameNumbersWhereverItIsRestarted() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            play(seed);
        }
    }

    private void play(long seed) {
        Random random = new Random(seed);
        int ranks = 2 + random.nextInt(4);
        Path directory = folder.resolve("seed-" + seed);
        long[] right = new long[ranks];
        Place first = Place.any(random);
        first.of(ranks).run(rank -> right[rank] = live(seed, 0));
        int point = 0;
        Place last = first;
        for (int life = 1; life <= LIVES; life++) {
            Place place = Place.any(random);
            long[] sums = new long[ranks];
            point += 1 + random.nextInt(STEPS / LIVES);
            int freezeAt = point;
            World world = place.of(ranks);
            (life == 1 ? world.checkpoints(directory) : world.restart(directory))
                    .run(rank -> sums[rank] = live(seed, freezeAt));
            String text = "seed " + seed + ", life " + life + " in " + place + ", before " + last;
            assertArrayEquals(right, sums, text);
            last = place;
        }
    }

    /** Goes on to the end, and freezes once; answers what has come of it at this rank. */
    private static long live(long seed, int freezeAt) {
        MPI_Init();
        Sum sum = Checkpoint.register("sum", new Sum());
        if (!Checkpoint.isRestarted()) {
            int me = MPI_Comm_rank(MPI_COMM_WORLD);
            sum.comms[0] = MPI_COMM_WORLD;
            sum.comms[1] = MPI_Comm_dup(MPI_COMM_WORLD);
            sum.comms[2] = MPI_Comm_split(MPI_COMM_WORLD, me % 2, -me);
            sum.comms[3] = MPI_COMM_SELF;
        }
        while (sum.step < STEPS) {
            Random random = new Random(seed * 1_000_003 + sum.step);
            if (random.nextInt(6) == 0) {
                MPI_Comm_free(sum.comms[1]);
                sum.comms[1] = MPI_Comm_dup(MPI_COMM_WORLD);
            }
            for (int calls = random.nextInt(4); calls >= 0; calls--) {
                MPI_Comm comm = sum.comms[random.nextInt(COMMS)];
                int kind = random.nextInt(40);
                int n = random.nextInt(kind == 0 ? LONG : kind < 8 ? 4000 : 5);
                call(sum, comm, random.nextInt(7), n, random.nextInt(1 << 20));
            }
            sum.step++;
            if (sum.step == freezeAt) {
                assertTrue(Checkpoint.take(), "seed " + seed + ", step " + sum.step);
            }
        }
        MPI_Finalize();
        return sum.value;
    }

    private static void call(Sum sum, MPI_Comm comm, int which, int n, int any) {
        int members = MPI_Comm_size(comm);
        int me = MPI_Comm_rank(comm);
        int root = any % members;
        int[] own = new int[n * members];
        Arrays.setAll(own, i -> any + i * (me + 1));
        int[] all = new int[n * members];
        switch (which) {
            case 0 -> MPI_Barrier(comm);
            case 1 -> MPI_Bcast(own, n, MPI_INT, root, comm);
            case 2 -> MPI_Reduce(own, all, n, MPI_INT, MPI_SUM, root, comm);
            case 3 -> MPI_Allreduce(own, all, n, MPI_INT, MPI_BXOR, comm);
            case 4 -> MPI_Allgather(own, n, MPI_INT, all, n, MPI_INT, comm);
            case 5 -> MPI_Alltoall(own, n, MPI_INT, all, n, MPI_INT, comm);
            default -> MPI_Scan(own, all, n, MPI_INT, MPI_MAX, comm);
        }
        // What a reduction leaves where it has no result may differ.
        boolean counts = which != 2 || me == root;
        sum.value = 31 * sum.value + (counts ? Arrays.hashCode(all) : 1) + Arrays.hashCode(own);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldGoOnWithoutACheckpointWhenSomeHaveYetToTakePart(boolean frees) {
        int[] seen = new int[2];
        World.of(2)
                .deadline(Patience.duration(120))
                .transport("shm")
                .checkpoints(folder)
                .run(rank -> {
                    MPI_Init();
                    MPI_Comm comm = MPI_Comm_dup(MPI_COMM_WORLD);
                    int[] word = {rank == 0 ? 42 : 0};
                    if (rank == 0) {
                        MPI_Bcast(word, 1, MPI_INT, 0, comm);
                        free(comm, frees);
                    }
                    // The word is on the board and nowhere else.
                    assertFalse(Checkpoint.take());
                    if (rank == 1) {
                        MPI_Bcast(word, 1, MPI_INT, 0, comm);
                        free(comm, frees);
                    }
                    seen[rank] = word[0];
                    MPI_Barrier(MPI_COMM_WORLD);
                    assertTrue(Checkpoint.take());
                    MPI_Finalize();
                });
        assertEquals(42, seen[1]);
    }

    private static void free(MPI_Comm comm, boolean frees) {
        if (frees) {
            MPI_Comm_free(comm);
        }
    }
}
