package org.javampi.generator;

import java.util.List;
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
