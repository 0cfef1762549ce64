package org.javampi.core.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One function of MPI as far as recording is concerned. Immutable. */
final class Function {
    private static final Set<String> OUTPUTS = Set.of(
            "flag", "index", "outcount", "array_of_indices", "newrank", "resultlen", "buflen", "valuelen", "nkeys");

    private final int number;
    private final String name;
    private final String base;
    private final String[] types;
    private final String[] names;
    private final Treatment treatment;
    private final String collective;
    private final List<Integer> outputs = new ArrayList<>();

    /**
     * A function.
     *
     * @param declaration name, then type and name of each parameter, with bars between
     */
    Function(int number, String declaration) {
        this.number = number;
        String[] parts = declaration.split("\\|");
        name = parts[0];
        String own = name.substring("MPI_".length());
        base = own.endsWith("_c") ? own.substring(0, own.length() - 2) : own;
        types = new String[parts.length - 1];
        names = new String[parts.length - 1];
        for (int i = 0; i < types.length; i++) {
            int space = parts[i + 1].lastIndexOf(' ');
            types[i] = parts[i + 1].substring(0, space);
            names[i] = parts[i + 1].substring(space + 1);
        }
        treatment = Treatment.of(own);
        collective = Treatment.collectiveOf(own);
        for (int i = 0; i < types.length; i++) {
            if (isOutput(i)) {
                outputs.add(i);
            }
        }
    }

    private boolean isOutput(int parameter) {
        return switch (types[parameter]) {
                    case "String[]" -> true;
                    case "int[]", "long[]", "boolean[]" ->
                        OUTPUTS.contains(names[parameter])
                                && treatment != Treatment.CONSTRUCTS
                                && !base.equals("Graph_map");
                    default -> false;
                }
                || base.equals("Graph_map") && names[parameter].equals("newrank");
    }

    int number() {
        return number;
    }

    /** Such as {@code MPI_Send_c}. */
    String name() {
        return name;
    }

    /** Such as {@code Send}, also for {@code MPI_Send_c}. */
    String base() {
        return base;
    }

    Treatment treatment() {
        return treatment;
    }

    /** What it does as a collective, such as {@code gather} for {@code MPI_Igather_c}; null if it is none. */
    String collective() {
        return collective;
    }

    int parameterCount() {
        return names.length;
    }

    String parameter(int place) {
        return names[place];
    }

    String type(int place) {
        return types[place];
    }

    /** Parameters of numbers and texts that the function fills. */
    List<Integer> outputs() {
        return outputs;
    }

    /** Place of a parameter; -1 if there is none of that name. */
    int place(String parameter) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(parameter)) {
                return i;
            }
        }
        return -1;
    }

    /** Place of the first parameter of a type; -1 if there is none. */
    int placeOfType(String type) {
        for (int i = 0; i < types.length; i++) {
            if (types[i].equals(type)) {
                return i;
            }
        }
        return -1;
    }

    /** The first argument of a type; null if there is none. */
    Object ofType(String type, Object[] arguments) {
        int place = placeOfType(type);
        return place < 0 ? null : arguments[place];
    }

    /** The argument of a name, which the function has. */
    Object argument(String parameter, Object[] arguments) {
        return arguments[place(parameter)];
    }

    /** A count or rank of a name, which the function has. */
    long number(String parameter, Object[] arguments) {
        return ((Number) argument(parameter, arguments)).longValue();
    }
}
