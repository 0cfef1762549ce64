package org.javampi.benchmarks.garbage;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.javampi.collectives.tune.CollectiveCall;
import org.javampi.core.spi.collective.Collective;
import org.javampi.core.spi.collective.CollectiveProvider;
import org.javampi.core.world.World;
import org.javampi.core.world.WorldFailure;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Blocking calls, persistent requests and collectives allocate nothing once they have warmed up:
 * the JVM's own count of what each rank's thread has allocated must grow by less than a byte per
 * call, in a row of batches of calls at all ranks.
 */
class ZeroGarbageTest {
    private static final int CALLS = 100;

    /** So many batches, one after the other, must be without garbage together: 1,000 calls. */
    private static final int WINDOW = 10;

    /** So many times the calls may be repeated until the compiler has seen all of their code. */
    private static final int BATCHES = 600;

    private static final int[] SIZES = {8, 64 << 10};

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<Arguments> pointToPoint() {
        List<Arguments> cases = new ArrayList<>();
        for (String transport : List.of("shm", "tcp")) {
            for (PointToPointCase one : PointToPointCase.values()) {
                for (int bytes : SIZES) {
                    cases.add(Arguments.of(one, bytes, transport));
                }
            }
        }
        return cases.stream();
    }

    static Stream<Arguments> collectives() {
        List<Arguments> cases = new ArrayList<>();
        for (CollectiveProvider provider : ServiceLoader.load(CollectiveProvider.class)) {
            provider.algorithms().forEach(one -> cases.add(Arguments.of(Collective.of(one), one.name(), "shm")));
        }
        for (Collective collective : Collective.values()) {
            cases.add(Arguments.of(collective, CollectiveCall.BUILT_IN, "tcp"));
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("pointToPoint")
    void shouldAllocateNothingBetweenTwoRanks(PointToPointCase one, int bytes, String transport) {
        assertNoGarbage(2, transport, () -> one.prepare(bytes, 1 - MPI_Comm_rank(MPI_COMM_WORLD)));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("collectives")
    void shouldAllocateNothingInACollective(Collective collective, String algorithm, String transport) {
        for (int bytes : collective == Collective.BARRIER ? new int[] {0} : SIZES) {
            assertNoGarbage(3, transport, () -> {
                CollectiveCall call = new CollectiveCall(MPI_COMM_WORLD, collective, algorithm, bytes);
                return () -> call.run(1);
            });
        }
    }

    /** One way starts all of them: three in shared memory, one over sockets. */
    static Stream<Arguments> persistent() {
        return Stream.of(
                Arguments.of(PersistentCase.BARRIER, "shm"),
                Arguments.of(PersistentCase.ALLREDUCE, "shm"),
                Arguments.of(PersistentCase.ALLTOALL_IN_PLACE, "shm"),
                Arguments.of(PersistentCase.BCAST, "tcp"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("persistent")
    void shouldAllocateNothingInAPersistentCollective(PersistentCase one, String transport) {
        for (int bytes : one == PersistentCase.BARRIER ? new int[] {0} : SIZES) {
            assertNoGarbage(3, transport, () -> one.prepare(bytes));
        }
    }

    /** Without this the count could be wrong. */
    @Test
    void shouldFindACallThatAllocates() {
        AtomicReference<Object> kept = new AtomicReference<>();
        Throwable found =
                assertThrows(WorldFailure.class, () -> assertNoGarbage(1, "shm", () -> () -> kept.set(new byte[0])));
        while (found.getCause() != null) {
            found = found.getCause();
        }
        assertTrue(found.getMessage().startsWith("bytes per call at the worst rank"), found.toString());
    }

    private static void assertNoGarbage(int ranks, String transport, Supplier<Runnable> preparation) {
        // Ranks that spin or yield keep the cores from the compiler and from each other. But where several ranks ring
        // the
        // bell of one by turns, the JDK makes an object of each sender's address.
        boolean rungByTurns = ranks > 2 && transport.equals("shm");
        String microseconds = rungByTurns ? "60000000" : "0";
        World.of(ranks)
                .transport(transport)
                .setting("wait.spin.us", microseconds)
                .setting("wait.yield.us", microseconds)
                .deadline(Patience.duration(300))
                .run(rank -> {
                    MPI_Init();
                    Runnable call = preparation.get();
                    long[] own = new long[1];
                    long[] most = new long[1];
                    long[] last = new long[WINDOW];
                    long sum = Long.MAX_VALUE;
                    for (int i = 0; i < BATCHES && sum >= WINDOW * CALLS; i++) {
                        long before = THREADS.getCurrentThreadAllocatedBytes();
                        repeat(call, CALLS);
                        own[0] = THREADS.getCurrentThreadAllocatedBytes() - before;
                        MPI_Allreduce(own, most, 1, MPI_LONG, MPI_MAX, MPI_COMM_WORLD);
                        last[i % WINDOW] = most[0];
                        if (most[0] != 0) {
                            awaitCompiler();
                        }
                        sum = i < WINDOW - 1
                                ? Long.MAX_VALUE
                                : LongStream.of(last).sum();
                    }
                    assertEquals(0, sum / (WINDOW * CALLS), "bytes per call at the worst rank");
                    MPI_Finalize();
                });
    }

    /** What is to be compiled is compiled before any rank goes on: calls alone may outrun the compiler by far. */
    private static void awaitCompiler() {
        if (MPI_Comm_rank(MPI_COMM_WORLD) == 0) {
            try {
                while (!compilerRests()) {
                    Thread.sleep(1);
                }
            } catch (JMException | InterruptedException e) {
                throw new IllegalStateException("cannot ask the JVM what is to be compiled", e);
            }
        }
        MPI_Barrier(MPI_COMM_WORLD);
    }

    /** As {@code jcmd PID Compiler.queue} says: it names a method, with its size in bytes, only if there is one. */
    private static boolean compilerRests() throws JMException {
        Object queue = ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "compilerQueue",
                        new Object[0],
                        new String[0]);
        return !queue.toString().contains(" bytes)");
    }

    private static void repeat(Runnable call, int times) {
        for (int i = 0; i < times; i++) {
            call.run();
        }
    }
}
