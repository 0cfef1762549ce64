package org.javampi.conformance.freeze.programs;

import static org.javampi.MPI.*;

import java.util.Arrays;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Group;
import org.javampi.MPI_Op;
import org.javampi.MPI_Request;

/** Programs that know nothing of checkpoints: communicators, types, operations, collectives. */
final class Groups {
    private Groups() {}

    /** Communicators of parts, collectives of different ones, one after another. */
    public static final class Parts {
        public static void main(String[] args) {
            MPI_Init(args);
            int rank = MPI_Comm_rank(MPI_COMM_WORLD);
            MPI_Comm half = MPI_Comm_split(MPI_COMM_WORLD, rank % 2, -rank);
            MPI_Comm copy = MPI_Comm_dup(half);
            long[] in = {rank + 1};
            long[] out = new long[1];
            for (int i = 0; i < 33; i++) {
                MPI_Allreduce(in, out, 1, MPI_LONG, MPI_SUM, i % 3 == 0 ? half : copy);
                in[0] = out[0] % 1_000_003 + i;
                if (i % 4 == 0) {
                    MPI_Bcast(in, 1, MPI_LONG, i % MPI_Comm_size(MPI_COMM_WORLD), MPI_COMM_WORLD);
                }
                if (i % 16 == 5) {
                    MPI_Comm brief = MPI_Comm_split(copy, i + rank, 0);
                    MPI_Comm_free(brief);
                    System.out.println(i + " " + in[0] + " " + (brief == MPI_COMM_NULL));
                }
            }
            System.out.println(in[0] + " " + MPI_Comm_rank(half));
            MPI_Comm_free(copy);
            MPI_Comm_free(half);
            MPI_Finalize();
        }
    }

    /** Types of the program's own, and packing. */
    public static final class Types {
        public static void main(String[] args) {
            MPI_Init(args);
            int rank = MPI_Comm_rank(MPI_COMM_WORLD);
            int size = MPI_Comm_size(MPI_COMM_WORLD);
            MPI_Datatype column = MPI_Type_vector(8, 1, 8, MPI_DOUBLE);
            MPI_Type_commit(column);
            MPI_Datatype pieces = MPI_Type_indexed(3, new int[] {1, 2, 3}, new int[] {0, 5, 20}, MPI_DOUBLE);
            MPI_Type_commit(pieces);
            double[] grid = new double[64];
            Arrays.setAll(grid, i -> i + rank * 100.0);
            for (int i = 0; i < 16; i++) {
                MPI_Sendrecv(
                        at(grid, i % 8),
                        1,
                        column,
                        (rank + 1) % size,
                        1,
                        at(grid, (i + 1) % 8),
                        1,
                        column,
                        (rank + size - 1) % size,
                        1,
                        MPI_COMM_WORLD);
                MPI_Bcast(grid, 1, pieces, i % size, MPI_COMM_WORLD);
                grid[i] += 0.25;
            }
            System.out.println(Arrays.stream(grid).sum());
            MPI_Type_free(column);
            MPI_Type_free(pieces);
            MPI_Finalize();
        }
    }

    /** Operations and attributes of the program's own. */
    public static final class Operations {
        public static void main(String[] args) {
            MPI_Init(args);
            int rank = MPI_Comm_rank(MPI_COMM_WORLD);
            long factor = 3;
            MPI_Op mix = MPI_Op_create(
                    (in, inout, len, type) -> {
                        long[] a = (long[]) in;
                        long[] b = (long[]) inout;
                        for (int i = 0; i < len; i++) {
                            b[i] = (a[i] * factor + b[i]) % 1_000_003;
                        }
                    },
                    false);
            int[] key = new int[1];
            MPI_Keyval_create(MPI_DUP_FN, MPI_NULL_DELETE_FN, key, null);
            StringBuilder note = new StringBuilder("note");
            MPI_Attr_put(MPI_COMM_WORLD, key[0], note);
            long[] value = {rank + 2, rank + 5};
            long[] result = new long[2];
            for (int i = 0; i < 16; i++) {
                MPI_Allreduce(value, result, 2, MPI_LONG, mix, MPI_COMM_WORLD);
                value[0] = result[1] + i;
                value[1] = result[0] + rank;
                note.append(i % 10);
            }
            Object[] got = new Object[1];
            boolean[] flag = new boolean[1];
            MPI_Attr_get(MPI_COMM_WORLD, key[0], got, flag);
            System.out.println(value[0] + " " + value[1] + " " + (got[0] == note) + " " + note);
            MPI_Op_free(mix);
            MPI_Finalize();
        }
    }

    /** Collectives that go on while the program computes. */
    public static final class Later {
        public static void main(String[] args) {
            MPI_Init(args);
            int rank = MPI_Comm_rank(MPI_COMM_WORLD);
            long[] in = {rank};
            long[] out = new long[1];
            long sum = 0;
            for (int i = 0; i < 16; i++) {
                MPI_Request reduce = MPI_Iallreduce(in, out, 1, MPI_LONG, MPI_MAX, MPI_COMM_WORLD);
                MPI_Request barrier = MPI_Ibarrier(MPI_COMM_WORLD);
                sum += i;
                MPI_Wait(reduce, MPI_STATUS_IGNORE);
                sum = sum * 3 + out[0];
                MPI_Wait(barrier, MPI_STATUS_IGNORE);
                in[0] = sum % 1000 + rank;
            }
            System.out.println(sum);
            MPI_Finalize();
        }
    }

    /** A grid with halos. */
    public static final class Grid {
        public static void main(String[] args) {
            MPI_Init(args);
            int size = MPI_Comm_size(MPI_COMM_WORLD);
            MPI_Comm ring = MPI_Cart_create(MPI_COMM_WORLD, 1, new int[] {size}, new boolean[] {true}, false);
            int[] left = new int[1];
            int[] right = new int[1];
            MPI_Cart_shift(ring, 0, 1, left, right);
            int rank = MPI_Comm_rank(ring);
            double[] rod = new double[34];
            Arrays.setAll(rod, i -> Math.sin(i + rank));
            for (int step = 0; step < 25; step++) {
                MPI_Sendrecv(at(rod, 32), 1, MPI_DOUBLE, right[0], 1, at(rod, 0), 1, MPI_DOUBLE, left[0], 1, ring);
                MPI_Sendrecv(at(rod, 1), 1, MPI_DOUBLE, left[0], 2, at(rod, 33), 1, MPI_DOUBLE, right[0], 2, ring);
                double[] next = rod.clone();
                for (int i = 1; i < 33; i++) {
                    next[i] = rod[i] + 0.25 * (rod[i - 1] - 2 * rod[i] + rod[i + 1]);
                }
                rod = next;
            }
            System.out.println(Double.doubleToLongBits(Arrays.stream(rod).sum()));
            MPI_Comm_free(ring);
            MPI_Finalize();
        }
    }

    /** Groups, and a communicator that not all ranks are members of. */
    public static final class Members {
        public static void main(String[] args) {
            MPI_Init(args);
            int rank = MPI_Comm_rank(MPI_COMM_WORLD);
            MPI_Group all = MPI_Comm_group(MPI_COMM_WORLD);
            MPI_Group two = MPI_Group_incl(all, 2, new int[] {1, 0});
            MPI_Comm pair = MPI_Comm_create(MPI_COMM_WORLD, two);
            int[] value = {rank + 1};
            int[] sum = new int[1];
            for (int i = 0; i < 24; i++) {
                if (pair != MPI_COMM_NULL) {
                    MPI_Allreduce(value, sum, 1, MPI_INT, MPI_SUM, pair);
                    value[0] = (sum[0] * 3 + i) % 10_007;
                }
                if (i % 8 == 0) {
                    MPI_Bcast(value, 1, MPI_INT, 0, MPI_COMM_WORLD);
                }
            }
            System.out.println(value[0] + " " + MPI_Group_size(two));
            MPI_Group_free(two);
            MPI_Group_free(all);
            MPI_Finalize();
        }
    }
}
