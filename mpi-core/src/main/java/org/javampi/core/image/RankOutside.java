package org.javampi.core.image;

import java.io.IOException;
import java.io.Serializable;
import org.javampi.continuations.objects.Outside;

/** The runtime around a rank's program: its own objects stand in the stream before the program's. */
public final class RankOutside implements Outside {
    private static final String RUNTIME = "org.javampi.core.";

    /** Of any rank. */
    public RankOutside() {}

    private static boolean isOfRuntime(Object object) {
        return object.getClass().getName().startsWith(RUNTIME) && !(object instanceof ProgramState);
    }

    @Override
    public boolean isWritten(Object object) {
        return isOfRuntime(object) && object instanceof Serializable || References.isPredefined(object);
    }

    @Override
    public String nameOf(Object object) {
        return null;
    }

    @Override
    public Object find(String name) {
        throw new IllegalStateException("no object of a rank is called " + name);
    }

    @Override
    public String refusal(Object object) {
        return isOfRuntime(object)
                ? object.getClass().getName()
                        + " is a part of the runtime that is made anew in each life: fetch it again after each call"
                : null;
    }

    @Override
    public IOException unsavable(String text) {
        return new UnsavableObjectException(text);
    }
}
