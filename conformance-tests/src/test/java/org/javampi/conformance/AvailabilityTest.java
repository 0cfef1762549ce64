package org.javampi.conformance;

import static org.javampi.MPI.MPI_Buffer_attach;
import static org.javampi.MPI.MPI_COMM_WORLD;
import static org.javampi.MPI.MPI_ERRORS_RETURN;
import static org.javampi.MPI.MPI_ERR_OTHER;
import static org.javampi.MPI.MPI_Errhandler_set;
import static org.javampi.MPI.MPI_Error_class;
import static org.javampi.MPI.MPI_Error_string;
import static org.javampi.MPI.MPI_Finalize;
import static org.javampi.MPI.MPI_Init;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.List;
import java.util.TreeSet;
import org.javampi.core.binding.RankBinding;
import org.javampi.core.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which functions are still to come: exactly these. The list only shrinks. */
@Timeout(60)
class AvailabilityTest {
    private static final List<String> TO_COME =
            List.of(
                    "MPI_Bsend",
                    "MPI_Bsend_init",
                    "MPI_Buffer_attach",
                    "MPI_Buffer_detach",
                    "MPI_Ibsend",
                    "MPI_Intercomm_create",
                    "MPI_Intercomm_merge");

    @Test
    void shouldLeaveExactlyTheListedFunctionsToCome() {
        TreeSet<String> found = new TreeSet<>();
        for (Class<?> c = RankBinding.class; c != null; c = c.getSuperclass()) {
            if (c.getSimpleName().equals("UnavailableCalls")) {
                for (Method method : c.getDeclaredMethods()) {
                    if (method.getName().startsWith("MPI_")) {
                        found.add(method.getName());
                    }
                }
            }
        }
        assertEquals(TO_COME, List.copyOf(found));
    }

    @Test
    void shouldSayWhichFunctionIsNotAvailable() {
        World.of(1)
                .run(
                        rank -> {
                            MPI_Init();
                            MPI_Errhandler_set(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
                            int code = MPI_Buffer_attach(new byte[8], 8);
                            assertEquals(MPI_ERR_OTHER, MPI_Error_class(code));
                            String text = MPI_Error_string(code);
                            assertTrue(
                                    text.endsWith(
                                            "MPI_Buffer_attach: not available yet: MPI_Buffer_attach"),
                                    text);
                            MPI_Finalize();
                        });
    }
}
