package org.javampi.junit;

import java.io.Serializable;
import java.util.List;

/**
 * A method that all ranks call, by its names: each rank has classes of its own.
 *
 * @param className its class
 * @param method its name
 * @param parameterTypes names of its parameters' types
 * @param arguments of a main; null for a test method
 * @param init whether MPI begins before it and ends behind it
 */
public record ProgramCall(
        String className, String method, List<String> parameterTypes, List<String> arguments, boolean init)
        implements Serializable {
    /** Whether it is the main of a program. */
    public boolean isMain() {
        return arguments != null;
    }
}
