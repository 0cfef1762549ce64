package org.javampi.river.sleigh;

import java.io.Serializable;

/** What a worker does. */
@FunctionalInterface
public interface SleighFunction<R> extends Serializable {
    /**
     * Does it.
     *
     * @param a what varies, then what is the same for all, unless permuted
     * @throws Exception anything: takes the place of the result
     */
    R apply(Object... a) throws Exception;
}
