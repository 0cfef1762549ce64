package org.javampi.river.parallel;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** A call that goes on while its caller does something else. */
public interface AsyncResult<T> extends CompletionStage<T> {
    /** Whether it is over, well or badly. */
    boolean ready();

    /**
     * Waits for the result.
     *
     * @throws java.util.concurrent.TimeoutException when it is not there in time; the call goes on
     * @throws EngineException when engines have failed
     */
    T get(Duration d) throws Exception;

    /** How many of its parts are over; for a call of four engines 0 to 4. */
    int progress();

    /** Ends it: what waits is not begun, what runs is interrupted. It then fails unless it was over. */
    void abort();

    /** What the call has printed at an engine so far. */
    String stdout(int engine);
}
