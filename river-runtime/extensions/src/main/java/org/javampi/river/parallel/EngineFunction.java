package org.javampi.river.parallel;

import java.io.Serializable;
import java.util.Map;

/** What an engine does once, with its namespace. */
@FunctionalInterface
public interface EngineFunction<R> extends Serializable {
    /**
     * Does it.
     *
     * @param ns the engine's variables by name; changes stay
     * @throws Exception anything: the call has failed
     */
    R apply(Map<String, Object> ns) throws Exception;
}
