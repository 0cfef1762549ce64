package org.javampi.river.farm;

import java.io.Serializable;

/** What a task does on a VM. */
@FunctionalInterface
public interface FarmFunction<A, R> extends Serializable {
    /**
     * Runs one task.
     *
     * @throws Exception anything: the task has failed
     */
    R apply(A argument) throws Exception;
}
