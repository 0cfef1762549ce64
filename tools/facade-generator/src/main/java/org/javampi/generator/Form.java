package org.javampi.generator;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One form of one function.
 *
 * @param kind what it is to the others
 * @param name such as {@code MPI_Send}
 * @param result type that it returns
 * @param parameters in order
 * @param body source text from brace to brace
 * @param javadoc text of its comment without the stars
 */
record Form(Kind kind, String name, String result, List<Parameter> parameters, String body, Javadoc javadoc) {
    /** What a form is to the binding. */
    enum Kind {
        /** The function itself: a method of the binding. */
        C,
        /** Takes a handle where the C form takes an array with one: the binding has it, made of the C form. */
        HANDLE,
        /** Made of others in the chapter or by the generator: no method of the binding. */
        VALUE
    }

    static final String TOOL = "Calls.tool()";
    static final String BINDING = "Calls.binding()";

    String arguments() {
        return parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
    }

    /** This form under its PMPI name, entering below the tools. */
    Form twin() {
        return new Form(kind, "P" + name, result, parameters, body.replace(TOOL, BINDING), Javadoc.ofTwin(name));
    }

    /**
     * The function that the chapter asks for with {@code @LargeCounts}.
     *
     * @param longer names of the parameters that become {@code long} or {@code long[]}
     */
    Form large(Set<String> longer) {
        List<Parameter> longParameters = parameters.stream()
                .map(parameter -> longer.contains(parameter.name()) ? parameter.longer() : parameter)
                .toList();
        String large = name + "_c";
        String body = "{\n        return " + SourceText.call(TOOL + "." + large, arguments(), 16) + ";\n    }";
        return new Form(Kind.C, large, result, longParameters, body, javadoc.ofLargeForm(name));
    }

    /** This form under another name: an overload, which is no method of the binding. */
    Form overload(String otherName) {
        return new Form(Kind.VALUE, otherName, result, parameters, body, javadoc);
    }

    /** Whether an overload with these parameters would be ambiguous beside {@code other}: an array differs, or nothing. */
    boolean isAmbiguousBeside(Form other) {
        boolean differs = false;
        for (int i = 0; i < parameters.size(); i++) {
            String own = parameters.get(i).type();
            if (!own.equals(other.parameters.get(i).type())) {
                differs = true;
                if (own.endsWith("[]")) {
                    return true;
                }
            }
        }
        return !differs;
    }

    /** Whether this form takes a single thing where {@code c}, of the same name, takes an array of it. */
    boolean isHandleFormOf(Form c) {
        if (!name.equals(c.name) || parameters.size() != c.parameters.size()) {
            return false;
        }
        int wrapped = 0;
        for (int i = 0; i < parameters.size(); i++) {
            String own = parameters.get(i).type();
            String other = c.parameters.get(i).type();
            if (other.equals(own + "[]")) {
                wrapped++;
            } else if (!other.equals(own)) {
                return false;
            }
        }
        return wrapped == 1;
    }
}
