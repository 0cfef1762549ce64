package org.javampi.conformance.general;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.javampi.MPI;
import org.javampi.MPIException;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Errhandler;
import org.javampi.MPI_Group;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Spmd;

/**
 * Functions are called with whatever fits their signatures: null, negative and huge numbers, handles that are freed or made by
 * other such calls, arrays that are too short. Each call succeeds or fails with an error of MPI; none throws anything else.
 */
class ArbitraryArgumentsTest {
    private static final int CALLS = 6_000;

    /** Such as wait for what nobody does, end MPI, or return as many elements as they are told to. */
    private static final Pattern LEFT_OUT = Pattern.compile(
            "MPI_(Finalize|Abort|Init.*|Pcontrol|Session_.*|.*errhandler.*|Errhandler_.*|Comm_disconnect|Request_free"
                    + "|I?(M?[Rr]ecv|M?[Pp]robe)(_c)?|Wait.*|Buffer_(detach|flush).*|Comm_(detach|flush).*"
                    + "|.?[Ss]end(_c)?|I?[Ss]endrecv.*|Comm_call.*|Ps?end_init.*|Precv_init.*|Cart_coords|Graph_neighbors)");

    private static final int[] NUMBERS = {
        0,
        1,
        -1,
        2,
        3,
        5,
        -2,
        100,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        MPI_ANY_SOURCE,
        MPI_PROC_NULL,
        MPI_UNDEFINED,
        1 << 29
    };
    private static final long[] LARGE = {0, 1, 8, -1, 100, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 31, -1L << 40, 1L << 60
    };

    private final Map<Class<?>, List<Object>> handles = new HashMap<>();
    private Random random;

    @Spmd(value = 1, processes = false, everywhere = false)
    void shouldAnswerByAnErrorOfMpi() throws IllegalAccessException {
        long seed = System.nanoTime();
        System.out.println("ArbitraryArgumentsTest: seed " + seed);
        random = new Random(seed);
        MPI_Errhandler handler = MPI_Errhandler_get(MPI_COMM_WORLD);
        MPI_Errhandler_set(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
        MPI_Errhandler_set(MPI_COMM_SELF, MPI_ERRORS_RETURN);
        List<Method> functions = functions();
        collectConstants();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            Method function = functions.get(random.nextInt(functions.size()));
            Object[] arguments =
                    Arrays.stream(function.getParameterTypes()).map(this::any).toArray();
            String fault = fault(function, arguments);
            if (fault != null) {
                faults.add("seed " + seed + ", " + function.getName() + Arrays.deepToString(arguments) + ": " + fault);
            }
        }
        MPI_Errhandler_set(MPI_COMM_WORLD, handler);
        assertEquals(List.of(), faults);
    }

    /** No memory is taken for what cannot be. */
    @Spmd(value = 1, processes = false, everywhere = false)
    void shouldRefuseCountsBeyondTheirArrays() {
        int count = 1 << 30;
        int[] one = new int[1];
        Errors.expect(MPI_ERR_ARG, () -> MPI_Type_create_indexed_block(count, 1, one, MPI_INT, new MPI_Datatype[1]));
        Errors.expect(
                MPI_ERR_ARG, () -> MPI_Type_create_hindexed_block(count, 1, new long[1], MPI_INT, new MPI_Datatype[1]));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Waitall(count, new MPI_Request[1]));
        MPI_Group group = MPI_Comm_group(MPI_COMM_WORLD);
        Errors.expect(MPI_ERR_ARG, () -> MPI_Group_translate_ranks(group, count, one, group));
        MPI_Group_free(group);
        Errors.expect(MPI_ERR_COUNT, () -> MPI_Status_set_elements_c(new MPI_Status(), MPI_DOUBLE, Long.MAX_VALUE / 2));
    }

    private List<Method> functions() {
        List<Method> functions = new ArrayList<>();
        for (Method method : MPI.class.getMethods()) {
            String name = method.getName();
            if (name.startsWith("MPI_") && !LEFT_OUT.matcher(name).matches()) {
                method.setAccessible(true);
                functions.add(method);
                for (Class<?> type : method.getParameterTypes()) {
                    Class<?> each = type.isArray() ? type.getComponentType() : type;
                    if (each.getName().startsWith("org.javampi.MPI_") && !each.isInterface()) {
                        handles.computeIfAbsent(each, none -> new ArrayList<>());
                    }
                }
            }
        }
        functions.sort(Comparator.comparing(Method::toString));
        return functions;
    }

    private void collectConstants() throws IllegalAccessException {
        for (Field field : MPI.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && handles.containsKey(field.getType())) {
                field.setAccessible(true);
                handles.get(field.getType()).add(field.get(null));
            }
        }
        handles.get(MPI_Status.class).add(new MPI_Status());
    }

    private Object any(Class<?> type) {
        if (type == int.class) {
            return NUMBERS[random.nextInt(random.nextBoolean() ? 5 : NUMBERS.length)];
        } else if (type == long.class) {
            return LARGE[random.nextInt(random.nextBoolean() ? 3 : LARGE.length)];
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == double.class) {
            return random.nextDouble();
        } else if (type == Object.class) {
            return anyBuffer();
        } else if (random.nextInt(10) == 0) {
            return null;
        } else if (type == String.class) {
            return random.nextBoolean() ? "" : "x".repeat(random.nextInt(300));
        } else if (type.isArray()) {
            return anyArray(type.getComponentType());
        } else if (type == MPI_Comm.class && random.nextInt(3) == 0) {
            return MPI_COMM_WORLD;
        } else if (type == MPI_Datatype.class && random.nextInt(3) == 0) {
            return MPI_INT;
        }
        List<Object> known = handles.getOrDefault(type, List.of());
        return known.isEmpty() ? null : known.get(random.nextInt(known.size()));
    }

    private Object anyArray(Class<?> element) {
        Object array = Array.newInstance(element, random.nextInt(7));
        for (int i = 0; i < Array.getLength(array); i++) {
            Object value = any(element);
            if (value != null) {
                Array.set(array, i, value);
            }
        }
        return array;
    }

    private Object anyBuffer() {
        return switch (random.nextInt(12)) {
            case 0 -> null;
            case 1 -> new byte[random.nextInt(20)];
            case 2 -> new int[random.nextInt(20)];
            case 3 -> new double[5];
            case 4 -> new boolean[3];
            case 5 -> ByteBuffer.allocate(32).order(ByteOrder.nativeOrder());
            case 6 -> ByteBuffer.allocateDirect(40).position(8);
            case 7 -> ByteBuffer.allocate(16).asReadOnlyBuffer();
            case 8 -> MPI_BOTTOM;
            case 9 -> MPI_IN_PLACE;
            case 10 -> "no buffer";
            default -> new int[64];
        };
    }

    /** What is wrong with a call's end; null when nothing is. Handles that it has made are used by later calls. */
    private String fault(Method function, Object[] arguments) throws IllegalAccessException {
        try {
            keep(function.invoke(null, arguments));
            for (Object argument : arguments) {
                keep(argument);
            }
            return null;
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause();
            boolean told = thrown instanceof MPIException error && error.errorClass() != MPI_ERR_INTERN;
            return told ? null : thrown + " at " + thrown.getStackTrace()[0];
        }
    }

    private void keep(Object made) {
        if (made instanceof Object[] several) {
            for (Object each : several) {
                keep(each);
            }
        } else if (made != null && handles.containsKey(made.getClass())) {
            List<Object> known = handles.get(made.getClass());
            if (known.size() < 60) {
                known.add(made);
            }
        }
    }
}
