package org.javampi.river.tasks;

import java.io.Serializable;
import java.util.List;

/** What is done with each task of a {@linkplain TaskList#dag graph}; it travels to the VMs with the program's classes. */
@FunctionalInterface
public interface DependentFunction<I, R> extends Serializable {
    /**
     * Runs one task on a VM.
     *
     * @param earlier what the tasks have returned that this one comes after, in the order of {@link TaskList#after}
     * @throws Exception anything: the task has failed
     */
    R eval(I in, List<R> earlier) throws Exception;
}
