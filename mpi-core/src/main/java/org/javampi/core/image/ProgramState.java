package org.javampi.core.image;

import org.javampi.continuations.FrozenStack;

/** What is saved of a program that does not help: its frames, and what else belongs to its main thread. */
public final class ProgramState {
    private final FrozenStack stack;
    private final Object call;
    private final Surroundings surroundings;

    /**
     * @param call what the call has begun in which the program stands; null if nothing
     */
    public ProgramState(FrozenStack stack, Object call, Surroundings surroundings) {
        this.stack = stack;
        this.call = call;
        this.surroundings = surroundings;
    }

    public FrozenStack stack() {
        return stack;
    }

    public Object call() {
        return call;
    }

    public Surroundings surroundings() {
        return surroundings;
    }
}
