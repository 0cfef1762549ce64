package org.javampi.river.parallel.engine;

import java.io.IOException;

/** Finds the engines of a running job; found by {@link java.util.ServiceLoader}. */
public interface EngineProvider {
    /**
     * The ranks of a job as engines, numbered as the ranks.
     *
     * @param job the beginning of its name
     * @throws IOException when there is no such job, or it cannot be reached
     */
    EngineLink connect(String job) throws IOException;
}
