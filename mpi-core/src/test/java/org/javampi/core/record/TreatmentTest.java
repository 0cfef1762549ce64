package org.javampi.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.javampi.InterceptingTool;
import org.junit.jupiter.api.Test;

/** Which functions are recorded, and which are done by each rank itself. */
class TreatmentTest {
    private static final Functions FUNCTIONS = new Functions(Declared.all());

    /** Knows the declarations. */
    private static final class Declared extends InterceptingTool {
        static String[] all() {
            return declarations();
        }

        @Override
        protected int onCall(int function, Object[] arguments, Call call) {
            return call.with(arguments);
        }
    }

    private static List<String> names(Treatment treatment) {
        return IntStream.range(0, FUNCTIONS.count())
                .mapToObj(FUNCTIONS::of)
                .filter(function -> function.treatment() == treatment)
                .map(Function::name)
                .toList();
    }

    @Test
    void shouldKnowWhatBecomesOfEachFunction() {
        assertEquals(List.of(), names(Treatment.REFUSED));
    }

    @Test
    void shouldTakeNoFunctionForLocalThatCommunicates() {
        List<String> suspects = names(Treatment.LOCAL).stream()
                .filter(
                        name -> name.matches(
                                ".*(end|ecv|cast|ather|catter|lltoall|arrier|educe|can|robe|ait|est|tart|create|dup|split|merge).*"))
                .filter(name ->
                        !name.matches("MPI_(Type|Info|Op|Keyval|Errhandler|Group|Add|Comm_create_(keyval|errh)).*"))
                .toList();
        assertEquals(
                List.of(
                        "MPI_Test_cancelled",
                        "MPI_Reduce_local",
                        "MPI_Reduce_local_c",
                        "MPI_Comm_test_inter",
                        "MPI_Dims_create",
                        "MPI_Topo_test",
                        "MPI_Grequest_complete",
                        "MPI_Status_set_cancelled"),
                suspects);
    }

    @Test
    void shouldKnowFormsOfCollectives() {
        assertEquals("gatherv", FUNCTIONS.of(place("MPI_Igatherv_c")).collective());
        assertEquals(
                Treatment.PREPARES,
                FUNCTIONS.of(place("MPI_Reduce_scatter_block_init_c")).treatment());
        assertEquals(
                Treatment.COLLECTIVE,
                FUNCTIONS.of(place("MPI_Neighbor_alltoallw")).treatment());
        assertEquals(Treatment.STARTS, FUNCTIONS.of(place("MPI_Ireduce")).treatment());
    }

    private static int place(String name) {
        return IntStream.range(0, FUNCTIONS.count())
                .filter(number -> FUNCTIONS.of(number).name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
