package org.javampi.job;

/** Runs the program of one resource otherwise than by loading its classes and calling its {@code main}. */
public interface ProgramCarrier {
    /** A main with its arguments. */
    @FunctionalInterface
    interface Body {
        /** Runs it. */
        void run() throws Throwable;
    }

    /**
     * The loader of the program's classes.
     *
     * @param mainClass name of the class whose main will be run
     * @param classPath where the classes are
     */
    ClassLoader loader(String mainClass, String classPath);

    /**
     * Runs the program in the calling thread; returns when its main has.
     *
     * @param main enters it, as often as it is called
     * @throws Throwable what the program throws
     */
    void run(Body main) throws Throwable;
}
