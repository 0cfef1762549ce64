package org.javampi.river.tasks;

import java.io.Serializable;

/** What is done with each task; it travels to the VMs with the program's classes. */
@FunctionalInterface
public interface TaskFunction<I, R> extends Serializable {
    /**
     * Runs one task on a VM.
     *
     * @throws Exception anything: the task has failed
     */
    R eval(I in) throws Exception;
}
