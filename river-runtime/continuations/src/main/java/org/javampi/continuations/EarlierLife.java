package org.javampi.continuations;

/** A class loader that brings a program's classes back to life: their statics come from a checkpoint. */
public interface EarlierLife {
    /** Whether a class of this loader was initialised in an earlier life, so that its initialiser must not run again. */
    boolean hasInitialised(String className);
}
