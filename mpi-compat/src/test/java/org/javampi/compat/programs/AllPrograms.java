package org.javampi.compat.programs;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.javampi.junit.MpiTest;

/**
 * All test programs of this package for a number of ranks, one after the other in one job. Each begins and ends package
 * mpi by itself. Rank 0 prints the name of each that it has ended; the first failure ends the job.
 */
public final class AllPrograms {
    private static final List<Class<?>> CLASSES = List.of(
            MpiJavaCollectivesTest.class,
            MpiJavaCommunicatorsTest.class,
            MpiJavaDatatypesTest.class,
            MpiJavaMessagesTest.class,
            ObjectsInMessagesTest.class,
            OpenMpiCollectivesTest.class,
            OpenMpiCommunicatorsTest.class,
            OpenMpiDatatypesTest.class,
            OpenMpiMessagesTest.class,
            OpenMpiNeighborsTest.class,
            OpenMpiNonBlockingTest.class);

    private AllPrograms() {}

    /** The programs for {@code ranks} ranks, in an order that is the same everywhere. */
    public static List<String> names(int ranks) {
        return methods(ranks).stream().map(AllPrograms::name).toList();
    }

    /** Runs the programs for {@code args[0]} ranks, without those that the other arguments name. */
    public static void main(String[] args) {
        List<String> omitted = List.of(args).subList(1, args.length);
        for (Method method : methods(Integer.parseInt(args[0]))) {
            try {
                if (!omitted.contains(name(method))) {
                    run(method);
                }
            } catch (InvocationTargetException e) {
                throw new AssertionError(name(method), e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(name(method), e);
            }
        }
    }

    private static void run(Method method) throws ReflectiveOperationException {
        MpiBegun program =
                (MpiBegun) method.getDeclaringClass().getDeclaredConstructor().newInstance();
        program.begin();
        int rank = mpi.MPI.COMM_WORLD.Rank();
        method.invoke(program);
        program.end();
        if (rank == 0) {
            System.out.println(name(method));
        }
    }

    private static List<Method> methods(int ranks) {
        return CLASSES.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()).sorted(Comparator.comparing(Method::getName)))
                .filter(method -> isFor(method.getAnnotation(MpiTest.class), ranks))
                .peek(method -> method.setAccessible(true))
                .toList();
    }

    private static boolean isFor(MpiTest test, int ranks) {
        return test != null && IntStream.of(test.np()).anyMatch(np -> np == ranks);
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
