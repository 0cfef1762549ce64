package org.javampi.junit.rank;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.javampi.MPI;
import org.javampi.PMPI;
import org.javampi.junit.ProgramCall;
import org.javampi.junit.RankProgram;
import org.javampi.junit.ThisRank;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Runs a test method or a main with this rank's copies of the classes. */
public final class RankBody implements RankProgram {
    /** Made by name, in the rank's class loader. */
    public RankBody() {}

    @Override
    public void run(ProgramCall call, ThisRank rank) throws Throwable {
        Class<?> type =
                Class.forName(call.className(), true, Thread.currentThread().getContextClassLoader());
        if (call.init()) {
            MPI.MPI_Init();
            rank.onBegunForTest();
        }
        if (call.isMain()) {
            invoke(main(type), null, (Object) call.arguments().toArray(new String[0]));
        } else {
            test(type, call, rank);
        }
        end(call, rank);
    }

    private static void end(ProgramCall call, ThisRank rank) {
        boolean[] begun = new boolean[1];
        boolean[] ended = new boolean[1];
        PMPI.PMPI_Initialized(begun);
        PMPI.PMPI_Finalized(ended);
        if (!begun[0] || ended[0]) {
            return;
        }
        if (!call.init() || rank.isBegunByProgram()) {
            throw new AssertionError(
                    "has called MPI_Init, but not MPI_Finalize: call it on every rank, at the end of the program");
        }
        MPI.MPI_Finalize();
    }

    private static Method main(Class<?> type) throws NoSuchMethodException {
        Method main = type.getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        return main;
    }

    private static void test(Class<?> type, ProgramCall call, ThisRank rank) throws Throwable {
        Method test = null;
        for (Class<?> owner = type; owner != null && test == null; owner = owner.getSuperclass()) {
            test = find(owner, call);
        }
        if (test == null) {
            throw new NoSuchMethodException(call.className() + "." + call.method());
        }
        Object[] arguments = test.getParameterCount() == 0 ? new Object[0] : new Object[] {rank};
        Object instance = instance(type);
        for (Method before : annotated(type, BeforeEach.class, true)) {
            invoke(before, instance);
        }
        invoke(test, instance, arguments);
        // Not after a failure: a method that calls MPI would wait for ranks that have failed, too.
        for (Method after : annotated(type, AfterEach.class, false)) {
            invoke(after, instance);
        }
    }

    private static Method find(Class<?> owner, ProgramCall call) {
        for (Method method : owner.getDeclaredMethods()) {
            List<String> types = new ArrayList<>();
            for (Class<?> parameter : method.getParameterTypes()) {
                types.add(parameter.getName());
            }
            if (method.getName().equals(call.method()) && types.equals(call.parameterTypes())) {
                method.setAccessible(true);
                return method;
            }
        }
        return null;
    }

    /** An object of a test class; of an inner one, within an object of its outer class. */
    private static Object instance(Class<?> type) throws Throwable {
        boolean isInner = type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
        Constructor<?> constructor =
                isInner ? type.getDeclaredConstructor(type.getEnclosingClass()) : type.getDeclaredConstructor();
        constructor.setAccessible(true);
        try {
            return isInner ? constructor.newInstance(instance(type.getEnclosingClass())) : constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Methods without parameters; those of superclasses come first, or last. */
    private static List<Method> annotated(Class<?> type, Class<? extends Annotation> wanted, boolean superFirst) {
        List<Method> found = new ArrayList<>();
        for (Class<?> owner = type; owner != Object.class; owner = owner.getSuperclass()) {
            for (Method method : owner.getDeclaredMethods()) {
                if (method.isAnnotationPresent(wanted) && method.getParameterCount() == 0) {
                    method.setAccessible(true);
                    found.add(method);
                }
            }
        }
        if (superFirst) {
            Collections.reverse(found);
        }
        return found;
    }

    private static void invoke(Method method, Object instance, Object... arguments) throws Throwable {
        try {
            method.invoke(instance, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
