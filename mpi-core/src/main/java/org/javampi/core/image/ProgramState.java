package org.javampi.core.image;

import org.javampi.continuations.FrozenStack;
import org.javampi.continuations.objects.Surroundings;

/** What is saved of a program that does not help: its frames, and what else belongs to its main thread. */
public final class ProgramState {
    private final FrozenStack stack;
    private final Object call;
    private final Surroundings surroundings;
    private final long inputPosition;

    /**
     * What is saved.
     *
     * @param call what the call has begun in which the program stands; null if nothing
     * @param inputPosition how many bytes of standard input it has read
     */
    public ProgramState(FrozenStack stack, Object call, Surroundings surroundings, long inputPosition) {
        this.stack = stack;
        this.call = call;
        this.surroundings = surroundings;
        this.inputPosition = inputPosition;
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

    public long inputPosition() {
        return inputPosition;
    }
}
