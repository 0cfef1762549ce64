package org.javampi.compat.programs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import mpi.Datatype;
import mpi.MPI;
import mpi.MPIException;
import org.javampi.junit.MpiTest;

/** Begin and end, time and names as programs for mpiJava and MPJ Express write them. */
class MpiJavaEnvironmentTest {
    @MpiTest(np = 2, init = false)
    void worldIsNullOutside() {
        assertNull(MPI.COMM_WORLD);
        assertFalse(MPI.Initialized());
        String[] args = {"a", "b"};
        assertArrayEquals(args, MPI.Init(args));
        assertNotNull(MPI.COMM_WORLD);
        assertTrue(MPI.Initialized());
        assertEquals(2, MPI.COMM_WORLD.Size());
        MPI.Finalize();
        assertNull(MPI.COMM_WORLD);
    }

    @MpiTest(np = 2, init = false)
    void initOfNull() {
        assertEquals(0, MPI.Init(null).length);
        assertThrows(MPIException.class, () -> MPI.Init(null));
        MPI.Finalize();
        assertThrows(MPIException.class, MPI::Finalize);
    }

    @MpiTest(np = 2, init = false)
    void initAfterFinalize() {
        for (int session = 0; session < 3; session++) {
            MPI.Init(null);
            int[] sum = new int[1];
            MPI.COMM_WORLD.Allreduce(new int[] {session}, 0, sum, 0, 1, MPI.INT, MPI.SUM);
            assertEquals(2 * session, sum[0]);
            Object[] got = new Object[1];
            MPI.COMM_WORLD.Sendrecv(
                    new Object[] {"s" + session},
                    0,
                    1,
                    MPI.OBJECT,
                    1 - MPI.COMM_WORLD.Rank(),
                    0,
                    got,
                    0,
                    1,
                    MPI.OBJECT,
                    MPI.ANY_SOURCE,
                    0);
            assertEquals("s" + session, got[0]);
            MPI.Finalize();
            assertNull(MPI.COMM_WORLD);
        }
    }

    @MpiTest(np = 2, init = false)
    void initWithThreads() {
        assertEquals(MPI.THREAD_MULTIPLE, MPI.Init_thread(new String[0], MPI.THREAD_FUNNELED));
        assertEquals(MPI.THREAD_MULTIPLE, MPI.queryThread());
        assertTrue(MPI.isMainThread());
        MPI.Finalize();
    }

    @MpiTest(np = 2, init = false)
    void initThreadOfMpjExpress() {
        String[] own = MPI.initThread(MPI.THREAD_MULTIPLE, MPI.THREAD_MULTIPLE, new String[] {"x"});
        assertArrayEquals(new String[] {"x"}, own);
        MPI.Finalize();
    }

    @MpiTest(np = 2, init = false)
    void beginAndEndInTheOtherDialect() {
        assertFalse(MPI.isInitialized());
        assertEquals(MPI.THREAD_MULTIPLE, MPI.InitThread(new String[0], MPI.THREAD_SINGLE));
        assertTrue(MPI.isInitialized());
        assertFalse(MPI.isFinalized());
        assertTrue(MPI.isThreadMain());
        assertTrue(MPI.wtime() >= 0 && MPI.wtick() > 0);
        assertFalse(MPI.getProcessorName().isEmpty());
        assertTrue(MPI.getLibVersion().contains("javampi"));
        assertEquals(MPI.VERSION, MPI.getVersion().getVersion());
        assertEquals(MPI.SUBVERSION, MPI.getVersion().getSubVersion());
        MPI.pControl(1, "x");
        MPI.Finalize();
        assertTrue(MPI.isFinalized());
    }

    @MpiTest(np = 1, init = false)
    void threadLevelsAreConstants() {
        switch (MPI.THREAD_MULTIPLE) {
            case MPI.THREAD_SINGLE, MPI.THREAD_FUNNELED, MPI.THREAD_SERIALIZED -> throw new AssertionError();
            case MPI.THREAD_MULTIPLE -> assertEquals(4, MPI.THREAD_MULTIPLE);
            default -> throw new AssertionError();
        }
    }

    private static boolean isAsleep(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("sleep"));
    }

    /** MPJ Express let a program end whose second thread still receives. */
    @MpiTest(np = 2, init = false)
    void finalizeWhileAThreadReceives() throws InterruptedException {
        MPI.Init(null);
        Thread receiver = null;
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        if (MPI.COMM_WORLD.Rank() == 0) {
            receiver = new Thread(() -> MPI.COMM_WORLD.Recv(new int[1], 0, 1, MPI.INT, MPI.ANY_SOURCE, 5));
            receiver.setUncaughtExceptionHandler((thread, error) -> thrown.set(error));
            receiver.start();
            while (!isAsleep(receiver)) {
                Thread.onSpinWait();
            }
        }
        MPI.Finalize();
        assertNull(MPI.COMM_WORLD);
        if (receiver != null) {
            assertNull(thrown.get());
            receiver.interrupt();
            receiver.join();
            assertTrue(thrown.get() instanceof MPIException, String.valueOf(thrown.get()));
            assertTrue(
                    thrown.get().getMessage().contains("MPI_Finalize was called while"),
                    thrown.get().getMessage());
        }
    }

    @MpiTest(np = 1)
    void timeAndNames() {
        MPI.Init(null);
        double before = MPI.Wtime();
        assertTrue(MPI.Wtick() > 0);
        assertTrue(MPI.Wtime() >= before);
        assertFalse(MPI.Get_processor_name().isEmpty());
        assertTrue(MPI.NUM_OF_PROCESSORS > 0);
        MPI.Finalize();
    }

    @MpiTest(np = 1, init = false)
    void callsBeforeInitAreThrown() {
        MPIException error = assertThrows(MPIException.class, () -> Datatype.Contiguous(1, MPI.INT));
        assertTrue(error.getMessage().contains("MPI.Init"), error.getMessage());
        assertThrows(NullPointerException.class, () -> MPI.COMM_WORLD.Rank());
    }

    @MpiTest(np = 1)
    void exceptionsAreUncheckedAndTellTheirClass() {
        MPI.Init(null);
        MPIException error =
                assertThrows(MPIException.class, () -> MPI.COMM_WORLD.Send(new int[1], 0, -1, MPI.INT, 0, 0));
        assertEquals(MPI.ERR_COUNT, error.getErrorClass());
        assertTrue(error.getErrorCode() != MPI.SUCCESS);
        RuntimeException unchecked = error;
        assertNotNull(unchecked.getMessage());
        Exception cause = new Exception("why");
        assertSame(cause, new MPIException(cause).getCause());
        assertEquals("text", new MPIException("text").getMessage());
        assertNull(new MPIException().getMessage());
        MPI.Finalize();
    }
}
