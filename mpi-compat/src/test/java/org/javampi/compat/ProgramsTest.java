package org.javampi.compat;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.javampi.compat.programs.MpiJavaCollectives;
import org.javampi.compat.programs.MpiJavaCommunicators;
import org.javampi.compat.programs.MpiJavaDatatypes;
import org.javampi.compat.programs.MpiJavaEnvironment;
import org.javampi.compat.programs.MpiJavaMessages;
import org.javampi.compat.programs.ObjectsInMessages;
import org.javampi.compat.programs.OnRanks;
import org.javampi.compat.programs.OpenMpiCollectives;
import org.javampi.compat.programs.OpenMpiCommunicators;
import org.javampi.compat.programs.OpenMpiDatatypes;
import org.javampi.compat.programs.OpenMpiMessages;
import org.javampi.compat.programs.OpenMpiNeighbors;
import org.javampi.compat.programs.OpenMpiNonBlocking;
import org.javampi.core.world.World;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Small programs in both dialects, one for each thing that programs do. Ranks are threads with statics of their own. */
class ProgramsTest {
    private static final List<Class<?>> PROGRAMS = List.of(
            MpiJavaMessages.class,
            MpiJavaCollectives.class,
            MpiJavaDatatypes.class,
            MpiJavaCommunicators.class,
            MpiJavaEnvironment.class,
            ObjectsInMessages.class,
            OpenMpiMessages.class,
            OpenMpiCollectives.class,
            OpenMpiNeighbors.class,
            OpenMpiNonBlocking.class,
            OpenMpiDatatypes.class,
            OpenMpiCommunicators.class);

    private static final Duration DEADLINE = Duration.ofSeconds(120);

    @TestFactory
    Stream<DynamicTest> shouldRunProgramsOfBothDialects() {
        List<DynamicTest> tests = PROGRAMS.stream()
                .flatMap(program -> Arrays.stream(program.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(OnRanks.class))
                .sorted(Comparator.comparing(Method::toString))
                .map(method -> dynamicTest(name(method), () -> run(method)))
                .toList();
        assertTrue(tests.size() >= 120, "programs: " + tests.size());
        return tests.stream();
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private static void run(Method method) {
        OnRanks how = method.getAnnotation(OnRanks.class);
        World.of(how.value()).deadline(DEADLINE).run(rank -> {
            RankClasses classes = new RankClasses(ProgramsTest.class.getClassLoader());
            Thread.currentThread().setContextClassLoader(classes);
            Method own = classes.loadClass(method.getDeclaringClass().getName()).getMethod(method.getName());
            Class<?> mpi = classes.loadClass("mpi.MPI");
            try {
                if (how.begun()) {
                    mpi.getMethod("Init", String[].class).invoke(null, (Object) null);
                }
                own.invoke(null);
                if (how.begun()) {
                    mpi.getMethod("Finalize").invoke(null);
                }
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof Exception) {
                    throw (Exception) e.getCause();
                }
                throw (Error) e.getCause();
            }
        });
    }
}
