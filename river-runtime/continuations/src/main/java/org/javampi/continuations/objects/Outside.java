package org.javampi.continuations.objects;

import java.io.IOException;

/** What a program's objects refer to without its being the program's: the runtime that hosts it, and the stream's own ways. */
public interface Outside {
    /** Whether the stream writes an object itself, and the same object comes back wherever it is referred to. */
    boolean isWritten(Object object);

    /** The name under which {@link #find} has the object in another life; null if it is none of these. */
    String nameOf(Object object);

    /** What an object of another life is here. */
    Object find(String name);

    /** Why an object of the runtime cannot be saved, with the remedy; null if nothing is known against it. */
    String refusal(Object object);

    /** What is thrown when an object cannot be saved. */
    IOException unsavable(String text);
}
