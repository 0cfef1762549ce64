package org.javampi.conformance.environment;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;
import org.javampi.testing.Patience;

/** Predefined attributes, names and clocks (MPI-1.1 §7.1 and §7.4). */
class EnvironmentTest {
    private static int attribute(int key) {
        Object[] value = new Object[1];
        boolean[] flag = new boolean[1];
        MPI_Attr_get(MPI_COMM_WORLD, key, value, flag);
        assertTrue(flag[0]);
        return assertInstanceOf(Integer.class, value[0]);
    }

    private static void assertEqualEverywhere(int value) {
        int[] most = new int[2];
        MPI_Allreduce(new int[] {value, ~value}, most, 2, MPI_INT, MPI_MAX, MPI_COMM_WORLD);
        assertEquals(value, most[0]);
        assertEquals(~value, most[1]);
    }

    @Spmd({1, 3})
    @Rule({"ENV-001", "ENV-002", "ENV-003", "ENV-004", "ENV-005", "ENV-007"})
    void shouldHaveThePredefinedAttributes() {
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        assertTrue(attribute(MPI_TAG_UB) >= 32767);
        assertEqualEverywhere(attribute(MPI_TAG_UB));
        int host = attribute(MPI_HOST);
        assertTrue(host == MPI_PROC_NULL || host >= 0 && host < size);
        assertEqualEverywhere(host);
        int io = attribute(MPI_IO);
        assertTrue(io == MPI_PROC_NULL || io == MPI_ANY_SOURCE || io >= 0 && io < size);
        int global = attribute(MPI_WTIME_IS_GLOBAL);
        assertTrue(global == 0 || global == 1);
        assertEqualEverywhere(global);
        assertTrue(MPI_BSEND_OVERHEAD >= 0);
    }

    @Spmd(2)
    @Rule("ENV-006")
    void shouldNameTheProcessor() {
        String[] name = new String[1];
        int[] length = new int[1];
        MPI_Get_processor_name(name, length);
        assertEquals(name[0].length(), length[0]);
        assertTrue(length[0] > 0 && length[0] <= MPI_MAX_PROCESSOR_NAME);
        assertEquals(name[0], MPI_Get_processor_name());
    }

    @Spmd(1)
    @Rule({"TIM-001", "TIM-002", "TIM-004"})
    void shouldHaveAClockThatOnlyGoesForward() {
        double tick = MPI_Wtick();
        assertTrue(tick > 0 && tick < 1e-3);
        double smallest = Double.MAX_VALUE;
        double last = MPI_Wtime();
        for (int i = 0; i < 1_000_000; i++) {
            double now = MPI_Wtime();
            assertTrue(now >= last);
            if (now > last) {
                smallest = Math.min(smallest, now - last);
            }
            last = now;
        }
        // A double of some seconds has no more than 1e-15 of them to spare.
        assertTrue(smallest >= tick * 0.99, smallest + " below the tick of " + tick);
        long nanos = System.nanoTime();
        double start = MPI_Wtime();
        while (System.nanoTime() - nanos < 100_000_000L) {
            Thread.onSpinWait();
        }
        double measured = MPI_Wtime() - start;
        assertTrue(measured >= 0.0999, "100 ms measured as " + measured);
    }

    @Spmd(2)
    @Rule("TIM-003")
    void shouldAgreeAcrossRanksIfItSaysSo() {
        // Clocks that are not global promise nothing; global ones order a message's ends.
        boolean global = attribute(MPI_WTIME_IS_GLOBAL) == 1;
        double[] sent = {MPI_Wtime()};
        if (MPI_Comm_rank(MPI_COMM_WORLD) == 0) {
            MPI_Send(sent, 1, MPI_DOUBLE, 1, 1, MPI_COMM_WORLD);
        } else {
            MPI_Recv(sent, 1, MPI_DOUBLE, 0, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            assertTrue(!global || sent[0] < MPI_Wtime());
        }
    }

    @Spmd(1)
    @Rule({"INI-001", "INI-003", "INI-004", "V12-001", "V12-002"})
    void shouldSayThatItIsInitializedAndWhichVersionItIs() {
        assertTrue(MPI_Initialized());
        assertFalse(MPI_Finalized());
        int[] version = new int[1];
        int[] subversion = new int[1];
        MPI_Get_version(version, subversion);
        assertEquals(4, version[0]);
        assertEquals(1, subversion[0]);
        assertEquals(MPI_VERSION, version[0]);
        assertEquals(MPI_SUBVERSION, subversion[0]);
    }

    @Spmd({1, 2})
    @Rule({"VER-001", "VER-002"})
    void shouldNameTheLibrary() throws Exception {
        String[] text = new String[1];
        int[] length = new int[1];
        assertEquals(MPI_SUCCESS, MPI_Get_library_version(text, length));
        assertTrue(text[0].startsWith("javampi "), text[0]);
        assertEquals(text[0].length(), length[0]);
        assertTrue(length[0] < MPI_MAX_LIBRARY_VERSION_STRING);
        assertEquals(
                text[0],
                CompletableFuture.supplyAsync(() -> MPI_Get_library_version(), task -> new Thread(task).start())
                        .get(Patience.seconds(120), TimeUnit.SECONDS));
        assertEqualEverywhere(text[0].hashCode());
    }
}
