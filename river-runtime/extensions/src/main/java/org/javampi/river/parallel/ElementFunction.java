package org.javampi.river.parallel;

import java.io.Serializable;

/** What an engine does with each element of a list. */
@FunctionalInterface
public interface ElementFunction<A, R> extends Serializable {
    /**
     * Does it with one element.
     *
     * @throws Exception anything: the call has failed
     */
    R apply(A a) throws Exception;
}
