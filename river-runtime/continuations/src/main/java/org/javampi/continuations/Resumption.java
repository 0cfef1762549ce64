package org.javampi.continuations;

import java.util.List;

/**
 * A thread on its way back into its frames. {@link #active} is what each rewritten method reads at its head, and the
 * only static that is not constant: the methods of a program have no other way to a state of this module.
 */
public final class Resumption {
    /**
     * How many threads of this JVM are on their way back: 0 nearly always. Neither volatile nor exact for others: a
     * thread must see its own change only, and one that is not on its way asks {@link #enter} in vain.
     */
    public static int active;

    private static final ThreadLocal<Resumption> CURRENT = new ThreadLocal<>();

    private final List<Frame> frames;
    private int left;

    private Resumption(List<Frame> frames) {
        this.frames = frames;
        this.left = frames.size();
    }

    /**
     * For rewritten code, at a method's head: the frame to go on with.
     *
     * @return null when the calling thread is not on its way back
     * @throws IllegalStateException when another method was to be entered
     */
    public static Frame enter(String method) {
        Resumption resumption = CURRENT.get();
        return resumption == null ? null : resumption.next(method);
    }

    /** For rewritten code: the object whose constructor is to be entered next. */
    public static Object constructed() {
        Resumption resumption = CURRENT.get();
        if (resumption == null) {
            throw new IllegalStateException(
                    "the way back ends at a constructor's call without the constructor's frame");
        }
        return resumption.frames.get(resumption.left - 1).receiver();
    }

    static void begin(FrozenStack stack) {
        if (CURRENT.get() != null) {
            throw new IllegalStateException("this thread is already on its way back into frames");
        }
        if (!stack.frames().isEmpty()) {
            CURRENT.set(new Resumption(stack.frames()));
            count(1);
        }
    }

    /** Ends what is under way on this thread. @return the frame that was not entered, or null if all were */
    static Frame end() {
        Resumption resumption = CURRENT.get();
        if (resumption == null) {
            return null;
        }
        CURRENT.remove();
        count(-1);
        return resumption.frames.get(resumption.left - 1);
    }

    private Frame next(String method) {
        Frame frame = frames.get(left - 1);
        if (!frame.method().equals(method)) {
            throw new IllegalStateException("frozen in " + frame.method() + ", but the way back leads to " + method
                    + ": resume with the classes and arguments that were frozen");
        }
        left--;
        if (left == 0) {
            CURRENT.remove();
            count(-1);
        }
        return frame.fromStart();
    }

    private static synchronized void count(int change) {
        active += change;
    }
}
