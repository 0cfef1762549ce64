package org.javampi.core.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import org.javampi.MPI;
import org.javampi.core.runtime.Alone;
import org.junit.jupiter.api.Test;

/** Which functions are still to come: exactly these. The list only shrinks. */
class AvailabilityTest {
    private static final Set<String> TO_COME =
            Set.of(
                    "MPI_Bsend",
                    "MPI_Ibsend",
                    "MPI_Bsend_init",
                    "MPI_Buffer_attach",
                    "MPI_Buffer_detach",
                    "MPI_Intercomm_create",
                    "MPI_Intercomm_merge",
                    "MPI_Cart_create",
                    "MPI_Dims_create",
                    "MPI_Graph_create",
                    "MPI_Topo_test",
                    "MPI_Graphdims_get",
                    "MPI_Graph_get",
                    "MPI_Cartdim_get",
                    "MPI_Cart_get",
                    "MPI_Cart_rank",
                    "MPI_Cart_coords",
                    "MPI_Graph_neighbors_count",
                    "MPI_Graph_neighbors",
                    "MPI_Cart_shift",
                    "MPI_Cart_sub",
                    "MPI_Cart_map",
                    "MPI_Graph_map");

    @Test
    void shouldLeaveExactlyTheListedFunctionsToCome() {
        Set<String> found = new TreeSet<>();
        for (Method method : RankBinding.class.getMethods()) {
            if (method.getDeclaringClass() == UnavailableCalls.class) {
                found.add(method.getName());
            }
        }
        assertEquals(new TreeSet<>(TO_COME), found);
    }

    @Test
    void shouldSayWhichFunctionIsNotAvailable() {
        RankBinding binding = new RankBinding(() -> new Alone(java.util.Map.of()));
        binding.MPI_Init(null);
        binding.MPI_Errhandler_set(MPI.MPI_COMM_WORLD, MPI.MPI_ERRORS_RETURN);
        int code = binding.MPI_Dims_create(4, 2, new int[2]);
        assertEquals(MPI.MPI_ERR_OTHER, ErrorCodes.classOf(code));
        String text = binding.exception(code).getMessage();
        assertTrue(text.endsWith("MPI_Dims_create: not available yet: MPI_Dims_create"), text);
        binding.MPI_Finalize();
    }
}
