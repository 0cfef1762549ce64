package org.javampi.junit.spmd;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.javampi.MPI;
import org.javampi.junit.MpiTest;
import org.javampi.junit.ThisRank;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A method on several ranks, as a test, and what is said when it fails. */
class MpiTestTest {
    private static int runs;

    /** Tests that must fail: run by this test only. */
    static final class Failing {
        @MpiTest(np = 3)
        void shouldExpectOnRankOne() {
            assertEquals(MPI_Comm_rank(MPI_COMM_WORLD) == 1 ? 7 : 0, 0, "a number");
            MPI_Barrier(MPI_COMM_WORLD);
        }

        @MpiTest(np = 2)
        void shouldWaitForEver() {
            int other = 1 - MPI_Comm_rank(MPI_COMM_WORLD);
            MPI_Recv(new int[1], 1, MPI_INT, other, 6, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        }

        @MpiTest(np = 2, init = false)
        void shouldForgetFinalize() {
            MPI_Init();
        }

        @MpiTest(np = 2)
        void shouldTakeNothingElse(String word) {
            assertNotNull(word);
        }
    }

    /** What JUnit says of a method of {@link Failing}. */
    private static Throwable failure(String method, Class<?>... types) {
        List<TestExecutionResult> failed = new ArrayList<>();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectMethod(Failing.class, method, types))
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                                    failed.add(result);
                                }
                            }
                        });
        assertEquals(1, failed.size(), method);
        return failed.get(0).getThrowable().orElseThrow();
    }

    private static Throwable failure(String method) {
        return failure(method, new Class<?>[0]);
    }

    @MpiTest(np = {1, 2, 4})
    void shouldHaveStaticsOfItsOwn(ThisRank rank) {
        runs++;
        assertEquals(1, runs);
        assertEquals(rank.rank(), MPI_Comm_rank(MPI_COMM_WORLD));
        assertEquals(rank.size(), MPI_Comm_size(MPI_COMM_WORLD));
        int[] sum = new int[1];
        MPI_Allreduce(new int[] {1}, sum, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
        assertEquals(rank.size(), sum[0]);
    }

    @MpiTest(np = 2, transport = "tcp", settings = "eager.bytes=0")
    void shouldShowOutputAndMessagesOfARank(ThisRank rank) {
        int me = MPI_Comm_rank(MPI_COMM_WORLD);
        System.out.println("this is rank " + me);
        System.err.println("rank " + me + " warns");
        if (me == 0) {
            MPI_Send(new int[3], 3, MPI_INT, 1, 9, MPI_COMM_WORLD);
        } else {
            MPI_Recv(new int[3], 3, MPI_INT, 0, 9, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        }
        assertEquals("this is rank " + me + System.lineSeparator(), rank.output());
        assertEquals("rank " + me + " warns" + System.lineSeparator(), rank.errors());
        assertEquals(
                me == 0 ? 1 : 0,
                rank.sent().stream()
                        .filter(m -> m.tag() == 9 && m.bytes() == 12 && m.dest() == 1)
                        .count());
    }

    @MpiTest(np = 2)
    void shouldLetAProgramBeginAndEndByItself() {
        MPI_Init();
        assertTrue(MPI_Initialized());
        MPI_Finalize();
        assertTrue(MPI_Finalized());
    }

    @MpiTest(np = 2, init = false)
    void shouldNotBeginWhereThatIsNotWanted() {
        assertFalse(MPI_Initialized());
    }

    @MpiTest(np = 2)
    void shouldFindTheRankInThreadsOfPools() throws Exception {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        assertEquals(
                rank,
                CompletableFuture.supplyAsync(() -> MPI_Comm_rank(MPI_COMM_WORLD))
                        .get(Patience.seconds(120), TimeUnit.SECONDS));
    }

    /** An inner class, with what is done before each test. */
    @Nested
    class Inside {
        private int prepared;

        @BeforeEach
        void prepare() {
            prepared = MPI.MPI_Comm_size(MPI_COMM_WORLD);
        }

        @MpiTest(np = 3)
        void shouldBePreparedOnEachRank() {
            assertEquals(3, prepared);
        }
    }

    @Test
    void shouldNameTheRankAndTheLineThatFailed() {
        Throwable failure = failure("shouldExpectOnRankOne");
        assertTrue(failure instanceof AssertionError, String.valueOf(failure));
        assertTrue(
                failure.getMessage().matches("(?s)rank 1: a number ==> expected: <7> but was: <0>\\R\tat .*"),
                failure.getMessage());
        assertFalse(failure.getMessage().contains("rank 0"), failure.getMessage());
        assertTrue(
                List.of(failure.getStackTrace()).toString().contains("shouldExpectOnRankOne(MpiTestTest.java"),
                failure.getMessage());
    }

    @Test
    void shouldShowADeadlockWithItsLines() {
        String text = failure("shouldWaitForEver").getMessage();
        assertTrue(text.contains("deadlock"), text);
        assertTrue(text.matches("(?s).*rank 0 waits in MPI_Recv for rank 1, tag 6.* at MpiTestTest.java:\\d+.*"), text);
    }

    @Test
    void shouldMissFinalize() {
        String text = failure("shouldForgetFinalize").getMessage();
        assertTrue(text.contains("has called MPI_Init, but not MPI_Finalize"), text);
    }

    @Test
    void shouldRefuseOtherParameters() {
        assertTrue(
                failure("shouldTakeNothingElse", String.class).getMessage().contains("String"),
                () -> failure("shouldTakeNothingElse", String.class).getMessage());
    }
}
