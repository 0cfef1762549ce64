package org.javampi.conformance.errors;

import static org.javampi.MPI.*;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.javampi.MPIException;
import org.javampi.MPI_Status;

/** One call of one form with one provocation, and whether all went as it must. */
final class Attempt {
    private final Form form;
    private final Provocation provocation;
    private final int errorClass;
    private final Map<String, Object> arguments;

    Attempt(Form form, Provocation provocation, int errorClass, Map<String, Object> valid) {
        this.form = form;
        this.provocation = provocation;
        this.errorClass = errorClass;
        arguments = new LinkedHashMap<>(valid);
    }

    /** Replaces what is used up by a call by a new one. */
    static void make(Map<String, Object> arguments) {
        arguments.replaceAll((name, value) -> value instanceof Supplier<?> maker ? maker.get() : value);
    }

    /** What is wrong, or null. */
    String outcome() {
        List<String> names = List.copyOf(arguments.keySet());
        provocation.spoil().accept(arguments);
        List<String> madeHere = names.stream()
                .filter(n -> arguments.get(n) instanceof Supplier<?>)
                .toList();
        make(arguments);
        Map<String, Object> before = new LinkedHashMap<>();
        names.forEach(name -> before.put(name, copy(arguments.get(name))));
        String wrong = call();
        for (String name : names) {
            if (wrong == null && !provocation.isLate() && !equal(before.get(name), name)) {
                wrong = name + " has changed";
            }
        }
        provocation.after().accept(arguments);
        madeHere.forEach(name -> Stage.drop(arguments.get(name)));
        if (wrong == null && MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE)) {
            wrong = "a message has been sent";
        }
        return wrong == null ? null : form + " with " + provocation.what() + ": " + wrong;
    }

    private String call() {
        try {
            Object result = form.call(arguments);
            while (provocation.isLate()
                    && form.function().contains("Test")
                    && (result.equals(false) || result.equals(MPI_SUCCESS))) {
                result = form.call(arguments);
            }
            if (!form.returnsCode()) {
                return "returned " + result;
            }
            return judge(MPI_Error_class((Integer) result), "code " + result);
        } catch (MPIException e) {
            return form.returnsCode()
                    ? "threw " + e
                    : e.errorClass() != MPI_Error_class(e.errorCode())
                            ? "code and class differ"
                            : judge(e.errorClass(), e.getMessage());
        } catch (Throwable e) {
            return "threw " + e;
        }
    }

    private String judge(int found, String text) {
        return found == errorClass ? null : "class " + found + " (" + text + ")";
    }

    private static Object copy(Object value) {
        if (value instanceof MPI_Status status) {
            return List.of(status.MPI_SOURCE, status.MPI_TAG, status.MPI_ERROR);
        }
        if (value instanceof MPI_Status[] statuses) {
            return Arrays.stream(statuses).map(Attempt::copy).toList();
        }
        if (value == null || !value.getClass().isArray()) {
            return value;
        }
        int length = Array.getLength(value);
        Object same = Array.newInstance(value.getClass().getComponentType(), length);
        System.arraycopy(value, 0, same, 0, length);
        return same;
    }

    private boolean equal(Object before, String name) {
        Object now = copy(arguments.get(name));
        return Objects.deepEquals(before, now);
    }
}
