package org.javampi.continuations;

import java.util.Optional;

/** Runs what may be frozen, and what was. All methods run it on the calling thread. */
public final class Continuation {
    private Continuation() {}

    /** Enters rewritten code: the same method with the same arguments each time. */
    @FunctionalInterface
    public interface Body {
        void enter() throws Throwable;
    }

    /**
     * Runs a body from its beginning.
     *
     * @return its frames if it was frozen, nothing if it has ended
     * @throws Throwable what the body throws
     */
    public static Optional<FrozenStack> run(Body body) throws Throwable {
        try {
            body.enter();
            return Optional.empty();
        } catch (FreezeSignal signal) {
            return Optional.of(signal.stack());
        }
    }

    /**
     * Goes on in the innermost call of frames that were frozen by {@link #run} or by this method. That call is
     * entered again with its arguments.
     *
     * @return its frames if it was frozen again, nothing if it has ended
     * @throws IllegalStateException when the body does not lead to the frames
     * @throws Throwable what the body throws
     */
    public static Optional<FrozenStack> resume(FrozenStack stack, Body body) throws Throwable {
        Resumption.begin(stack);
        Frame missed;
        Optional<FrozenStack> frozen;
        try {
            frozen = run(body);
        } finally {
            missed = Resumption.end();
        }
        if (missed != null) {
            throw new IllegalStateException("frozen in " + missed.method()
                    + ", but the body ended without entering it: resume with the classes that were frozen");
        }
        return frozen;
    }
}
