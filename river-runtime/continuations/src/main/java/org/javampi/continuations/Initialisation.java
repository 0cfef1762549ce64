package org.javampi.continuations;

/** What the initialisers of a program's classes ask first. */
public final class Initialisation {
    private Initialisation() {}

    /** For rewritten code: whether a class was initialised in an earlier life, and its statics come from there. */
    public static boolean isDone(Class<?> type) {
        return type.getClassLoader() instanceof EarlierLife life && life.hasInitialised(type.getName());
    }
}
