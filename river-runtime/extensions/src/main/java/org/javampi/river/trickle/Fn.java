package org.javampi.river.trickle;

import java.io.Serializable;

/**
 * What a virtual machine does with an argument: a lambda or method reference of the program, which
 * travels with its classes and with copies of the values that it has captured.
 *
 * @param <A> type of the argument, serializable
 * @param <R> type of the result, serializable
 */
@FunctionalInterface
public interface Fn<A, R> extends Serializable {
    /**
     * Runs on the virtual machine.
     *
     * @throws Exception anything: a failure of this call, which its caller gets with this stack
     */
    R apply(A a) throws Exception;
}
