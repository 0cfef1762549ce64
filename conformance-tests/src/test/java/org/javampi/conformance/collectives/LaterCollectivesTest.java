package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.javampi.conformance.collectives.Rows.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Blocking collectives that MPI-2 and later added. */
class LaterCollectivesTest {
    @Spmd({1, 2, 3, 5, 8})
    @Rule("NEW-001")
    void shouldCombineTheRanksBelow() {
        for (int count : new int[] {0, 1, 1000, 30_000}) {
            int[] result = filled(count, -9);
            MPI_Exscan(filled(count, rank() + 1), rank() == 0 ? null : result, count, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
            assertArrayEquals(filled(count, rank() == 0 ? -9 : rank() * (rank() + 1) / 2), result);
            int[] place = filled(count, rank() + 1);
            MPI_Exscan(MPI_IN_PLACE, place, count, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
            assertArrayEquals(filled(count, rank() == 0 ? 1 : rank() * (rank() + 1) / 2), place);
        }
    }

    @Spmd({2, 5})
    @Rule("NEW-001")
    void shouldCombineTheRanksBelowInTheirOrder() {
        MPI_Op[] last = {MPI_Op_create((in, inout, length, type) -> {}, false)};
        int[] result = {-9};
        MPI_Exscan(new int[] {rank()}, result, 1, MPI_INT, last[0], MPI_COMM_WORLD);
        assertArrayEquals(new int[] {rank() == 0 ? -9 : rank() - 1}, result);
        MPI_Op_free(last);
    }

    @Spmd({1, 2, 3, 5, 8})
    @Rule("NEW-002")
    void shouldLeaveEachRankASegmentOfOneLength() {
        for (int count : new int[] {0, 1, 500, 20_000}) {
            int[] mine = new int[count * size()];
            Arrays.setAll(mine, i -> i + rank());
            int[] result = filled(count + 1, -9);
            MPI_Reduce_scatter_block(mine, result, count, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
            int[] expected = filled(count + 1, -9);
            for (int i = 0; i < count; i++) {
                expected[i] = size() * (count * rank() + i) + size() * (size() - 1) / 2;
            }
            assertArrayEquals(expected, result);
            MPI_Reduce_scatter_block(MPI_IN_PLACE, mine, count, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
            assertArrayEquals(Arrays.copyOf(expected, count), Arrays.copyOf(mine, count));
        }
    }

    @Spmd(1)
    @Rule("NEW-003")
    void shouldCombineTwoVectorsHere() {
        int[] inout = {10, 20, 30};
        MPI_Reduce_local(new int[] {1, 2, 3}, inout, 3, MPI_INT, MPI_PROD);
        assertArrayEquals(new int[] {10, 40, 90}, inout);
        MPI_Op[] minus = {
            MPI_Op_create(
                    (in, out, length, type) -> Arrays.setAll((int[]) out, i -> ((int[]) in)[i] - ((int[]) out)[i]),
                    false)
        };
        MPI_Reduce_local(new int[] {1, 2, 3}, inout, 3, MPI_INT, minus[0]);
        assertArrayEquals(new int[] {-9, -38, -87}, inout);
        MPI_Op_free(minus);
        Errors.expect(MPI_ERR_BUFFER, () -> MPI_Reduce_local(inout, inout, 3, MPI_INT, MPI_SUM));
        Errors.expect(MPI_ERR_OP, () -> MPI_Reduce_local(new float[1], new float[1], 1, MPI_FLOAT, MPI_BAND));
    }

    @Spmd({1, 2, 3, 5, 8})
    @Rule("NEW-004")
    void shouldExchangePiecesOfIndividualTypesAndPlaces() {
        int[] counts = new int[size()];
        int[] sendPlaces = new int[size()];
        int[] receivePlaces = new int[size()];
        MPI_Datatype[] ints = new MPI_Datatype[size()];
        MPI_Datatype[] pairs = new MPI_Datatype[size()];
        MPI_Datatype[] pair = {MPI_Type_contiguous(2, MPI_INT)};
        MPI_Type_commit(pair);
        int[] halves = new int[size()];
        for (int other = 0; other < size(); other++) {
            // Each pair of ranks exchanges twice the sum of their ranks.
            counts[other] = 2 * ((rank() + other) % 4);
            halves[other] = counts[other] / 2;
            sendPlaces[other] = 4 * 8 * other;
            receivePlaces[other] = 4 * 8 * (size() - 1 - other);
            ints[other] = MPI_INT;
            pairs[other] = pair[0];
        }
        int[] out = new int[8 * size()];
        int[] in = filled(8 * size(), -9);
        int[] expected = filled(8 * size(), -9);
        for (int other = 0; other < size(); other++) {
            for (int i = 0; i < counts[other]; i++) {
                out[8 * other + i] = item(rank(), other, i);
                expected[8 * (size() - 1 - other) + i] = item(other, rank(), i);
            }
        }
        MPI_Alltoallw(out, counts, sendPlaces, ints, in, halves, receivePlaces, pairs, MPI_COMM_WORLD);
        assertArrayEquals(expected, in);
        MPI_Type_free(pair);
    }

    @Spmd({1, 2, 3, 5})
    @Rule("NEW-005")
    void shouldReplaceWhatIsExchangedInPlace() {
        for (int count : new int[] {1, 7, 20_000}) {
            int[] data = new int[count * size()];
            for (int other = 0; other < size(); other++) {
                System.arraycopy(row(rank(), other, count), 0, data, other * count, count);
            }
            MPI_Alltoall(MPI_IN_PLACE, 0, MPI_INT, data, count, MPI_INT, MPI_COMM_WORLD);
            assertArrayEquals(rows(size(), rank(), count), data);
            int[] places = new int[size()];
            Arrays.setAll(places, other -> other * count);
            MPI_Alltoallv(
                    MPI_IN_PLACE, null, null, MPI_INT, data, filled(size(), count), places, MPI_INT, MPI_COMM_WORLD);
            int[] back = new int[data.length];
            for (int other = 0; other < size(); other++) {
                System.arraycopy(row(rank(), other, count), 0, back, other * count, count);
            }
            assertArrayEquals(back, data);
        }
    }
}
