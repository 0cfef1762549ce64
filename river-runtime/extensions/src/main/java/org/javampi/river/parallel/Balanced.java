package org.javampi.river.parallel;

import java.time.Duration;
import java.util.List;

/** Calls that go to whichever engine is free. Immutable: each setting makes another one. */
public interface Balanced {
    /** This, in which a part that fails is tried so many times more, if it can at another engine. */
    Balanced retries(int n);

    /** This, in which nothing begins before those have ended well; when one fails, so do its calls. */
    Balanced after(AsyncResult<?>... r);

    /** This, in which each attempt may take so long; then it is interrupted and fails. */
    Balanced timeout(Duration d);

    /** Calls a function with each element. Results are in the order of the elements. */
    <A, R> List<R> map(ElementFunction<A, R> f, List<A> l);

    /** Calls a function once. */
    <R> R apply(EngineFunction<R> f);

    /** Calls a function once; does not wait. */
    <R> AsyncResult<R> applyAsync(EngineFunction<R> f);
}
