package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.javampi.conformance.collectives.Rows.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.javampi.MPI_Datatype;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Places and extents whose products are beyond 2^31 bytes (MPI-1.1 §4.5 to §4.8). */
class FarPlacesTest {
    private static final long GIBI = 1L << 30;

    /**
     * Three ints with an extent of one GiB, written as if 5 GiB below their place: item 5 is in the
     * buffer, although its offset has 33 bits on the way.
     */
    private static MPI_Datatype far() {
        MPI_Datatype type = MPI_Type_struct(
                3, new int[] {1, 3, 1}, new long[] {-5 * GIBI, -5 * GIBI, -4 * GIBI}, new MPI_Datatype[] {
                    MPI_LB, MPI_INT, MPI_UB
                });
        MPI_Type_commit(type);
        return type;
    }

    @Spmd({2, 3})
    @Rule({"COL-031", "COL-017"})
    void shouldReachFarPlaces() {
        MPI_Datatype far = far();
        for (int one = 0; one < size(); one++) {
            int[] counts = new int[size()];
            int[] places = new int[size()];
            counts[one] = 1;
            places[one] = 5;
            int mine = rank() == one ? 3 : 0;
            int[] own = row(rank(), one, mine);
            int[] all = new int[3];
            MPI_Allgatherv(own, mine, MPI_INT, all, counts, places, far, MPI_COMM_WORLD);
            assertArrayEquals(row(one, one, 3), all);
            int[] gathered = new int[3];
            MPI_Gatherv(own, mine, MPI_INT, gathered, counts, places, far, 1, MPI_COMM_WORLD);
            assertArrayEquals(rank() == 1 ? row(one, one, 3) : new int[3], gathered);
            int[] back = new int[mine];
            MPI_Scatterv(all, counts, places, far, back, mine, MPI_INT, 1, MPI_COMM_WORLD);
            assertArrayEquals(own, back);
        }
        MPI_Type_free(far);
    }

    @Spmd({2, 3})
    @Rule({"COL-031", "COL-017", "COL-023"})
    void shouldExchangeWithFarPlaces() {
        MPI_Datatype far = far();
        int next = (rank() + 1) % size();
        int before = (rank() + size() - 1) % size();
        int[] sends = new int[size()];
        int[] sendPlaces = new int[size()];
        int[] counts = new int[size()];
        int[] places = new int[size()];
        sends[next] = 1;
        sendPlaces[next] = 5;
        counts[before] = 1;
        places[before] = 5;
        int[] in = new int[3];
        MPI_Alltoallv(row(rank(), next, 3), sends, sendPlaces, far, in, counts, places, far, MPI_COMM_WORLD);
        assertArrayEquals(row(before, rank(), 3), in);
        MPI_Type_free(far);
    }
}
