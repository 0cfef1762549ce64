package org.javampi.continuations;

import java.util.ArrayList;
import java.util.List;

/**
 * Thrown by a call that freezes its thread. Each rewritten method that it passes adds its frame; no {@code catch} or
 * {@code finally} of the program sees it. To be thrown only after {@link StackSurvey} has found no obstacle: a frame
 * that was not rewritten would be lost.
 */
public final class FreezeSignal extends Error {
    private static final long serialVersionUID = 1;

    private final transient List<Frame> frames = new ArrayList<>();

    /** For the call at which the thread stands. */
    public FreezeSignal() {
        super("a thread is being frozen", null, false, false);
    }

    /** For rewritten code: the frame of the method that is being left, to be filled. */
    public Frame frame(String method, int site) {
        Frame frame = new Frame(method, site);
        frames.add(frame);
        return frame;
    }

    FrozenStack stack() {
        return new FrozenStack(frames);
    }
}
