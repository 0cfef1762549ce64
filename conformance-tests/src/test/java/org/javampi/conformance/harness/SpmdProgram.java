package org.javampi.conformance.harness;

import static org.javampi.MPI.MPI_COMM_SELF;
import static org.javampi.MPI.MPI_COMM_WORLD;
import static org.javampi.MPI.MPI_ERRORS_THROW_EXCEPTIONS;
import static org.javampi.MPI.MPI_Errhandler_set;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** One {@link Spmd} method as a program. */
final class SpmdProgram {
    private final Method method;

    SpmdProgram(Method method) {
        this.method = method;
    }

    /**
     * All programs of the suite that run in processes with {@code ranks} ranks, in a fixed order.
     *
     * @param most programs run with no more ranks than this, but those that need more with as few as they can
     */
    static List<SpmdProgram> forProcesses(int ranks, int most) {
        List<SpmdProgram> programs = new ArrayList<>();
        for (Class<?> type : ReflectionSupport.findAllClassesInPackage(
                "org.javampi.conformance", c -> true, name -> name.endsWith("Test"))) {
            for (Method method :
                    AnnotationSupport.findAnnotatedMethods(type, Spmd.class, HierarchyTraversalMode.TOP_DOWN)) {
                Spmd spmd = method.getAnnotation(Spmd.class);
                if (spmd.processes() && isWanted(ranks, most, spmd.value())) {
                    programs.add(new SpmdProgram(method));
                }
            }
        }
        programs.sort(Comparator.comparing(SpmdProgram::name));
        return programs;
    }

    private static boolean isWanted(int ranks, int most, int[] possible) {
        int least = Arrays.stream(possible).min().orElseThrow();
        return ranks <= Math.max(most, least) && Arrays.stream(possible).anyMatch(n -> n == ranks);
    }

    /** The one that {@link #name} calls so. */
    static SpmdProgram of(String name) throws ReflectiveOperationException {
        int end = name.indexOf('#');
        return new SpmdProgram(Class.forName(name.substring(0, end)).getDeclaredMethod(name.substring(end + 1)));
    }

    /** Class and method. */
    String name() {
        return method.getDeclaringClass().getName() + "#" + method.getName();
    }

    /** What it does as the calling rank; MPI is initialized. */
    void run() throws Exception {
        Constructor<?> constructor = method.getDeclaringClass().getDeclaredConstructor();
        constructor.setAccessible(true);
        method.setAccessible(true);
        MPI_Errhandler_set(MPI_COMM_WORLD, MPI_ERRORS_THROW_EXCEPTIONS);
        MPI_Errhandler_set(MPI_COMM_SELF, MPI_ERRORS_THROW_EXCEPTIONS);
        try {
            method.invoke(constructor.newInstance());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        }
    }
}
