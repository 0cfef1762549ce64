package org.javampi.river.nws.space;

/**
 * A reader of a variable: gets a value at once or later, or hears that none will come. Exactly one of its methods {@code
 * onXxx} is called, once. Compared by identity.
 */
public interface Waiter {
    /** Whether it takes the value away. */
    boolean takes();

    /** Whether it goes through the values in their order. */
    boolean iterates();

    /** Only values with a greater number; -1 for any. */
    long after();

    /**
     * A value. Who takes it owes the variable {@link Variable#delivered} or {@link Variable#giveBack}.
     */
    void onValue(Variable variable, Value value);

    /** The variable is deleted. */
    void onDeleted(Variable variable);

    /** The variable has got a mode that has no iterators. */
    void onRefused(Variable variable);
}
