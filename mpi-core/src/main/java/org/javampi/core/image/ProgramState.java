package org.javampi.core.image;

import java.util.ArrayList;
import java.util.List;
import org.javampi.continuations.FrozenStack;

/** What is saved of a program that does not help: its frames, and what else leads to its objects. */
public final class ProgramState {
    private final FrozenStack stack;

    /** Of the call that the innermost frame stands in: what it has begun. */
    private final Object call;

    private final List<Object> others = new ArrayList<>();

    /**
     * @param call what the call has begun in which the program stands; null if nothing
     */
    public ProgramState(FrozenStack stack, Object call) {
        this.stack = stack;
        this.call = call;
    }

    public FrozenStack stack() {
        return stack;
    }

    public Object call() {
        return call;
    }

    /** Whatever else of the rank's main thread is to be found again. */
    public List<Object> others() {
        return others;
    }
}
