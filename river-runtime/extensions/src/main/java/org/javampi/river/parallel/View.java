package org.javampi.river.parallel;

import java.util.List;

/**
 * Some engines, which do the same together. Calls wait until all engines are through, and throw {@link
 * CompositeException} when some have failed. Results are in the order of the engines.
 */
public interface View {
    /** Gives each engine a variable. */
    void push(String n, Object v);

    /** A variable's value at each engine. */
    List<Object> pull(String n);

    /**
     * Deals an array, or a list, to the engines as a variable of theirs: contiguous parts, the first ones longer by one
     * where it does not divide.
     */
    void scatter(String n, Object array);

    /** The parts of a variable, which are arrays of one type or lists, as one; other values as a list. */
    Object gather(String n);

    /** Calls a function at each engine. */
    <R> List<R> apply(EngineFunction<R> f);

    /** Calls a function with each element, dealt as by {@link #scatter}. Results are in the order of the elements. */
    <A, R> List<R> map(ElementFunction<A, R> f, List<A> l);

    /**
     * Runs Java source at each engine, as JShell does: declarations stay, variables of the namespace can be used by name.
     *
     * @throws SourceException when it does not compile
     */
    void execute(String source);

    /** As {@link #apply}; does not wait. */
    <R> AsyncResult<List<R>> applyAsync(EngineFunction<R> f);

    /** As {@link #map}; does not wait. */
    <A, R> AsyncResult<List<R>> mapAsync(ElementFunction<A, R> f, List<A> l);

    /** As {@link #push}; does not wait. */
    AsyncResult<List<Object>> pushAsync(String n, Object v);

    /** As {@link #pull}; does not wait. */
    AsyncResult<List<Object>> pullAsync(String n);
}
