package org.javampi.river.parallel.engine;

import java.io.Serializable;

/** One instruction of an engine's stream. */
@FunctionalInterface
public interface EngineTask<R> extends Serializable {
    /**
     * Runs in the engine's thread.
     *
     * @return travels to the caller
     * @throws Exception anything: travels to the caller
     */
    R run(Engine engine) throws Exception;
}
