package org.javampi.conformance.errors;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.javampi.MPI;
import org.javampi.conformance.harness.Catalogue;

/** One form of a function, as the catalogue writes it: {@code int MPI_Comm_rank(MPI_Comm comm)}. */
record Form(String function, List<String> types, List<String> names, boolean returnsCode) {
    /** The forms of each function, the C form first. */
    static Map<String, List<Form>> all() {
        Map<String, List<Form>> forms = new TreeMap<>();
        for (String[] row : Catalogue.table("java-signatures")) {
            List<Form> ofFunction = new ArrayList<>();
            Form c = parse(row[2], 0);
            ofFunction.add(c);
            for (String other : row[3].split("\\|")) {
                if (!other.isBlank()) {
                    ofFunction.add(parse(other.trim(), c.names.size()));
                }
            }
            forms.put(row[0], ofFunction);
        }
        return forms;
    }

    /** A form with fewer parameters than C's gives the value instead of the code. */
    private static Form parse(String signature, int namesOfC) {
        int open = signature.indexOf('(');
        String head = signature.substring(0, open);
        List<String> types = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String parameter :
                signature.substring(open + 1, signature.length() - 1).split(", ")) {
            if (!parameter.isEmpty()) {
                String[] words = parameter.split(" ");
                types.add(words[0].replace("...", "[]"));
                names.add(words[1]);
            }
        }
        return new Form(head.substring(head.indexOf(' ') + 1), types, names, names.size() >= namesOfC);
    }

    /** Whether the function is a timer, which has no code. */
    boolean isClock() {
        return function.equals("MPI_Wtime") || function.equals("MPI_Wtick");
    }

    /**
     * Whether this form has what is spoilt, as the form {@code c} has it: a form with the handle
     * itself cannot be given an array that is null.
     */
    boolean takes(Provocation way, Form c) {
        if (way.spoilt() == null || this == c) {
            return true;
        }
        int here = names.indexOf(way.spoilt());
        if (here < 0) {
            return false;
        }
        boolean same = types.get(here).equals(c.types.get(c.names.indexOf(way.spoilt())));
        return same || !way.what().endsWith("= null");
    }

    /** A form that takes the handle itself where {@code arguments} has an array for it. */
    private Object fit(String name, String type, Object argument) {
        boolean handle = !type.endsWith("[]") && !type.equals("Object");
        if (handle && argument instanceof Object[] array) {
            return array[0];
        }
        return handle && argument instanceof int[] array ? (Object) array[0] : argument;
    }

    /** Calls it; throws what it throws. */
    Object call(Map<String, Object> arguments) throws Throwable {
        Object[] values = new Object[names.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = fit(names.get(i), types.get(i), arguments.get(names.get(i)));
        }
        try {
            return method().invoke(null, values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Method method() {
        Method found = Stream.of(MPI.class.getMethods())
                .filter(m -> m.getName().equals(function))
                .filter(m -> Arrays.stream(m.getParameterTypes())
                        .map(Class::getSimpleName)
                        .toList()
                        .equals(types))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such form: " + this));
        found.setAccessible(true);
        return found;
    }

    @Override
    public String toString() {
        return function + names;
    }
}
