package org.javampi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every form of every function, MPI_ and PMPI_, against a binding that writes down its calls. */
class FormsTest {
    private static final int ERROR = 77;
    private static final Map<String, Method> BOUND = bound();

    private final CallLog log = new CallLog();
    private final Samples samples = new Samples();

    @BeforeEach
    void attach() {
        Attachment.attachThread(RecordingBinding.onto(log), FormsTest.class.getClassLoader());
    }

    @AfterEach
    void detach() {
        Attachment.detachThread();
    }

    @Test
    void shouldPassCFormsOnAsTheyAre() throws Exception {
        int checked = 0;
        for (Method form : forms()) {
            if (kind(form) == Kind.C) {
                Object[] arguments = samples.of(form);
                log.answer = ERROR;
                Object result = call(form, arguments);
                boolean clock = form.getReturnType() == double.class;
                Object expected = clock
                        ? (Object) CallLog.SECONDS
                        : form.getReturnType() == long.class ? (Object) (long) ERROR : (Object) ERROR;
                assertEquals(expected, result, form.toString());
                assertArguments(form, arguments, onlyCall(form).arguments().toArray());
                if (function(form).getName().equals(cName(form))) {
                    checked++;
                }
            }
        }
        assertEquals(2 * BOUND.size(), checked);
    }

    @Test
    void shouldWrapTheHandleOfAHandleFormInAnArrayAndReturnTheCode() throws Exception {
        int checked = 0;
        for (Method form : forms()) {
            if (kind(form) == Kind.HANDLE) {
                Object[] arguments = samples.of(form);
                log.answer = ERROR;
                assertEquals(ERROR, call(form, arguments), form.toString());
                Object[] passed = onlyCall(form).arguments().toArray();
                assertEquals(1, Array.getLength(passed[0]), form.toString());
                passed[0] = Array.get(passed[0], 0);
                assertArguments(form, arguments, passed);
                checked++;
            }
        }
        assertTrue(checked >= 20, "only " + checked + " handle forms looked at");
    }

    @Test
    void shouldReturnTheOutputOfAValueForm() throws Exception {
        int checked = 0;
        for (Method form : forms()) {
            if (kind(form) == Kind.VALUE) {
                Object[] arguments = samples.of(form);
                List<Object> outputs = new ArrayList<>();
                log.answer = 0;
                log.effect = call -> outputs.addAll(fill(call, arguments));
                Object result = call(form, arguments);
                assertTrue(
                        outputs.stream().anyMatch(output -> same(output, result)),
                        form + " returned " + result + ", the binding gave " + outputs);
                List<Object> passed = onlyCall(form).arguments();
                assertTrue(
                        inOrder(arguments, passed), form + " with " + Arrays.toString(arguments) + " passed " + passed);
                checked++;
            }
        }
        assertTrue(checked >= 120, "only " + checked + " value forms looked at");
    }

    @Test
    void shouldThrowTheErrorOfAValueForm() {
        for (Method form : forms()) {
            if (kind(form) == Kind.VALUE) {
                log.answer = ERROR;
                InvocationTargetException thrown = assertThrows(
                        InvocationTargetException.class, () -> form.invoke(null, samples.of(form)), form.toString());
                MPIException error = assertInstanceOf(MPIException.class, thrown.getCause());
                assertEquals(ERROR, error.errorCode(), form.toString());
                assertEquals("error 77", error.getMessage(), form.toString());
            }
        }
    }

    @Test
    void shouldReturnTheFlagOrTheIndexOrTheCountWhereSeveralOutputsExist() {
        MPI_Request[] requests = {MPI.MPI_REQUEST_NULL, MPI.MPI_REQUEST_NULL};
        MPI_Status status = new MPI_Status();
        log.effect = call -> ((boolean[]) call.arguments().get(1))[0] = true;
        assertEquals(true, MPI.MPI_Test(requests[0], status));
        log.effect = call -> ((int[]) call.arguments().get(2))[0] = 1;
        assertEquals(1, MPI.MPI_Waitany(2, requests, status));
        assertEquals(1, MPI.MPI_Waitsome(2, requests, new int[] {7, 8}, MPI.MPI_STATUSES_IGNORE));
        log.effect = call -> ((boolean[]) call.arguments().get(2))[0] = true;
        assertEquals(true, MPI.MPI_Testall(2, requests, MPI.MPI_STATUSES_IGNORE));
    }

    @Test
    void shouldReturnNullForAnAttributeThatIsNotThere() {
        log.effect = call -> ((boolean[]) call.arguments().get(3))[0] = false;
        assertNull(MPI.MPI_Attr_get(MPI.MPI_COMM_WORLD, 5));
    }

    @Test
    void shouldReturnNullForAValueThatIsNotThere() {
        log.effect = call -> {};
        assertNull(MPI.MPI_Comm_get_attr(MPI.MPI_COMM_WORLD, 5));
        assertNull(MPI.MPI_Info_get_string(MPI.MPI_INFO_ENV, "no such key"));
    }

    @Test
    void shouldReturnTheCodeOfInitWithoutArguments() {
        log.answer = ERROR;
        assertEquals(ERROR, MPI.MPI_Init());
        assertEquals(Arrays.asList((Object) null), log.calls.get(0).arguments());
    }

    @Test
    void shouldPassEveryFunctionOfAnEmptyToolOn() throws Exception {
        Tool tool = new Tool() {};
        tool.onto(RecordingBinding.onto(log));
        for (Method function : BOUND.values()) {
            Object[] arguments = samples.of(function);
            log.calls.clear();
            function.invoke(tool, arguments);
            assertArguments(function, arguments, onlyCall(function).arguments().toArray());
        }
        assertEquals("error 77", tool.exception(ERROR).getMessage());
    }

    private enum Kind {
        C,
        HANDLE,
        VALUE,
        EXTENSION
    }

    private static Kind kind(Method form) {
        Method c = function(form);
        if (Arrays.equals(form.getParameterTypes(), c.getParameterTypes())) {
            return Kind.C;
        }
        if (form.getParameterCount() == c.getParameterCount()) {
            return Kind.HANDLE;
        }
        return cName(form).equals("MPI_Init") ? Kind.EXTENSION : Kind.VALUE;
    }

    /** The function that a form calls: with large counts where the form is an overload of the plain name that has them. */
    private static Method function(Method form) {
        Method plain = BOUND.get(cName(form));
        Method large = BOUND.get(cName(form) + "_c");
        return large != null && !hasParametersOf(form, plain) && hasParametersOf(form, large) ? large : plain;
    }

    /** Whether the form has some of the function's parameters, in its order. */
    private static boolean hasParametersOf(Method form, Method function) {
        Iterator<Class<?>> all = List.of(function.getParameterTypes()).iterator();
        for (Class<?> own : form.getParameterTypes()) {
            boolean found = false;
            while (!found && all.hasNext()) {
                found = all.next() == own;
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private static List<Method> forms() {
        List<Method> forms = new ArrayList<>(functions(MPI.class, "MPI_"));
        forms.addAll(functions(PMPI.class, "PMPI_"));
        return forms;
    }

    private static List<Method> functions(Class<?> facade, String prefix) {
        return Arrays.stream(facade.getMethods())
                .filter(m -> Modifier.isStatic(m.getModifiers()) && m.getName().startsWith(prefix))
                .toList();
    }

    private static Map<String, Method> bound() {
        Map<String, Method> bound = new HashMap<>();
        for (Method method : Binding.class.getMethods()) {
            if (method.getName().startsWith("MPI_") && Modifier.isAbstract(method.getModifiers())) {
                bound.put(method.getName(), method);
            }
        }
        return bound;
    }

    private static String cName(Method form) {
        return form.getName().substring(form.getName().indexOf("MPI_"));
    }

    private Object call(Method form, Object[] arguments) throws ReflectiveOperationException {
        log.calls.clear();
        return form.invoke(null, arguments);
    }

    private CallLog.Call onlyCall(Method form) {
        assertEquals(List.of(function(form).getName()), log.functions(), form.toString());
        return log.calls.get(0);
    }

    /** Fills the arrays and statuses that the facade added itself; returns what it may answer. */
    private List<Object> fill(CallLog.Call call, Object[] given) {
        List<Object> outputs = new ArrayList<>();
        for (Object argument : call.arguments()) {
            if (Arrays.stream(given).anyMatch(own -> own == argument || holds(argument, own))) {
                continue;
            }
            if (argument.getClass().isArray()) {
                Class<?> item = argument.getClass().getComponentType();
                Object value = item == boolean.class ? Boolean.TRUE : samples.of(item);
                Array.set(argument, 0, value);
                outputs.add(value);
            }
            outputs.add(argument);
        }
        return outputs;
    }

    private static boolean same(Object one, Object other) {
        return one == other || one instanceof Number && one.equals(other) || isTrue(one, other);
    }

    private static boolean isTrue(Object one, Object other) {
        return one instanceof Boolean && one.equals(other);
    }

    /** Whether {@code array} is the one-element array around {@code handle}. */
    private static boolean holds(Object array, Object handle) {
        return array instanceof MPI_Request[] requests && requests.length == 1 && requests[0] == handle;
    }

    private static boolean inOrder(Object[] wanted, List<Object> passed) {
        int next = 0;
        for (Object argument : passed) {
            if (next < wanted.length && (same(wanted[next], argument) || holds(argument, wanted[next]))) {
                next++;
            }
        }
        return next == wanted.length;
    }

    private static void assertArguments(Method form, Object[] given, Object[] passed) {
        assertEquals(given.length, passed.length, form.toString());
        for (int i = 0; i < given.length; i++) {
            if (given[i] instanceof Number || given[i] instanceof Boolean) {
                assertEquals(given[i], passed[i], form + ", argument " + i);
            } else {
                assertSame(given[i], passed[i], form + ", argument " + i);
            }
        }
    }
}
