package org.javampi.continuations;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The frames of a thread that was frozen, the innermost first. It can be written, and resumed elsewhere. */
public final class FrozenStack implements Serializable {
    private static final long serialVersionUID = 1;

    private final ArrayList<Frame> frames;

    FrozenStack(List<Frame> frames) {
        this.frames = new ArrayList<>(frames);
    }

    /** The frames, the innermost first. */
    public List<Frame> frames() {
        return List.copyOf(frames);
    }

    @Override
    public String toString() {
        return frames.toString();
    }
}
