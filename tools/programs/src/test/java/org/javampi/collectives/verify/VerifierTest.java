package org.javampi.collectives.verify;

import static org.javampi.MPI.MPI_Barrier;
import static org.javampi.MPI.MPI_COMM_WORLD;
import static org.javampi.MPI.MPI_Comm_rank;
import static org.javampi.MPI.MPI_ERRORS_THROW_EXCEPTIONS;
import static org.javampi.MPI.MPI_Errhandler_set;
import static org.javampi.MPI.MPI_Finalize;
import static org.javampi.MPI.MPI_INT;
import static org.javampi.MPI.MPI_Init;
import static org.javampi.MPI.MPI_PROC_NULL;
import static org.javampi.MPI.MPI_STATUS_IGNORE;
import static org.javampi.MPI.MPI_Sendrecv;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.stream.Stream;
import org.javampi.MPI_Comm;
import org.javampi.core.spi.collective.Collective;
import org.javampi.core.world.World;
import org.javampi.testing.Patience;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The verifier finds collectives that are wrong in every way that its words promise. */
class VerifierTest {
    private static final int RANKS = 3;

    /** What is wrong with a collective, at one rank. */
    enum Mistake {
        /** It returns at once, at all ranks. */
        DOES_NOTHING {
            @Override
            Object call(Method method, Object[] arguments, int rank) {
                return null;
            }

            @Override
            void spoil(Object received, Object sent) {
                // There is no call whose buffers could be spoilt.
            }
        },
        FIRST_NUMBER {
            @Override
            void spoil(Object received, Object sent) {
                change(received, 0);
            }
        },
        /** The last number that is no gap. */
        LAST_NUMBER {
            @Override
            void spoil(Object received, Object sent) {
                for (int i = Array.getLength(received) - 1; i >= 0; i--) {
                    if (!isGap(received, i)) {
                        change(received, i);
                        return;
                    }
                }
            }
        },
        /** Between the numbers, or behind them. */
        GAP {
            @Override
            void spoil(Object received, Object sent) {
                for (int i = 0; i < Array.getLength(received); i++) {
                    if (isGap(received, i)) {
                        change(received, i);
                        return;
                    }
                }
            }
        },
        SEND_BUFFER {
            @Override
            void spoil(Object received, Object sent) {
                if (sent != null) {
                    change(sent, 0);
                }
            }
        };

        /** Spoils what a call has received or sent, at the rank that the mistake is made at. */
        abstract void spoil(Object received, Object sent);

        Object call(Method method, Object[] arguments, int rank) throws IllegalAccessException {
            try {
                method.invoke(Calls.BLOCKING, arguments);
            } catch (InvocationTargetException e) {
                throw new IllegalStateException(method.getName(), e.getCause());
            }
            Object sent = isBuffer(arguments[0]) ? arguments[0] : null;
            Object received =
                    switch (method.getName()) {
                        case "bcast" -> arguments[0];
                        case "gather", "gatherv", "scatter", "allgather", "allgatherv", "alltoall" -> arguments[3];
                        case "scatterv", "alltoallv" -> arguments[4];
                        default -> arguments[1];
                    };
            if (rank == spoiled(method, arguments) && isBuffer(received) && Array.getLength(received) > 0) {
                spoil(received, sent);
            }
            return null;
        }

        /** The root where there is one and only that receives; else the last rank. */
        private static int spoiled(Method method, Object[] arguments) {
            boolean rooted =
                    method.getName().startsWith("gather") || method.getName().equals("reduce");
            return rooted ? (Integer) arguments[arguments.length - 2] : RANKS - 1;
        }
    }

    private static boolean isBuffer(Object one) {
        return one instanceof int[] || one instanceof double[];
    }

    private static boolean isGap(Object array, int i) {
        return ((Number) Array.get(array, i)).intValue() == Sheet.GAP;
    }

    private static void change(Object array, int i) {
        if (array instanceof int[] ints) {
            ints[i] ^= 1;
        } else {
            ((double[]) array)[i] += 1;
        }
    }

    static Stream<Arguments> mistakes() {
        return Arrays.stream(Collective.values())
                .map(Collective::label)
                .filter(label -> !label.equals("barrier"))
                .flatMap(label -> Arrays.stream(Mistake.values())
                        // A broadcast has one buffer, and scatter's is one of the root's.
                        .filter(mistake -> !(mistake == Mistake.SEND_BUFFER && label.matches("bcast|scatter")))
                        .map(mistake -> Arguments.of(label, mistake)));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void shouldFindAMistake(String label, Mistake mistake) {
        Throwable found = assertThrows(
                Throwable.class,
                () -> verify(label, (rank) -> (Calls) Proxy.newProxyInstance(
                        Calls.class.getClassLoader(),
                        new Class<?>[] {Calls.class},
                        (proxy, method, arguments) -> mistake.call(method, arguments, rank))));
        assertSays(found, mistake == Mistake.SEND_BUFFER ? "send buffer has changed|operand" : "naive reference");
    }

    @ParameterizedTest
    @ValueSource(strings = {"all go", "two wait for each other", "all wait for rank 0"})
    void shouldFindABarrierThatLetsRanksGo(String how) {
        Throwable found = assertThrows(Throwable.class, () -> {
            while (true) {
                verify("barrier", rank -> (Calls) Proxy.newProxyInstance(
                        Calls.class.getClassLoader(), new Class<?>[] {Calls.class}, (proxy, method, arguments) -> {
                            wrongBarrier(how, rank, (MPI_Comm) arguments[0]);
                            return null;
                        }));
            }
        });
        assertSays(found, "barrier: rank [0-2] of 3 has left it before rank [0-2] has entered");
    }

    private static void wrongBarrier(String how, int rank, MPI_Comm comm) {
        switch (how) {
            case "all go" -> {
                return;
            }
            case "two wait for each other" -> {
                if (rank < 2) {
                    signal(1 - rank, 1 - rank, comm);
                }
            }
            default -> {
                for (int other = 1; rank == 0 && other < RANKS; other++) {
                    signal(other, MPI_PROC_NULL, comm);
                }
                if (rank != 0) {
                    signal(MPI_PROC_NULL, 0, comm);
                }
            }
        }
    }

    private static void signal(int to, int from, MPI_Comm comm) {
        MPI_Sendrecv(new int[1], 0, MPI_INT, to, 9, new int[1], 0, MPI_INT, from, 9, comm, MPI_STATUS_IGNORE);
    }

    private static void assertSays(Throwable found, String regex) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = found; cause != null; cause = cause.getCause()) {
            all.append(cause).append('\n');
            Arrays.stream(cause.getSuppressed())
                    .forEach(other -> all.append(other).append('\n'));
        }
        assertTrue(all.toString().matches("(?s).*(" + regex + ").*"), all.toString());
    }

    private interface WrongCalls {
        Calls at(int rank);
    }

    private static void verify(String label, WrongCalls wrong) {
        Reference reference = new Reference(5, RANKS);
        World.of(RANKS).deadline(Patience.duration(600)).run(ignored -> {
            MPI_Init();
            MPI_Errhandler_set(MPI_COMM_WORLD, MPI_ERRORS_THROW_EXCEPTIONS);
            new Verifier(MPI_COMM_WORLD, reference).verify(label, 7, wrong.at(MPI_Comm_rank(MPI_COMM_WORLD)));
            MPI_Barrier(MPI_COMM_WORLD);
            MPI_Finalize();
        });
    }
}
