package org.javampi.job.agent;

/** What is seen of a virtual machine's process, wherever it runs. */
public interface MachineListener {
    /** The process runs. */
    void onStarted(int vm, long pid);

    /**
     * Bytes of its standard output (1) or error (2), in order; {@code bytes} may be used again. May wait for the
     * reader: nothing but this output does.
     */
    void onProcessOutput(int vm, int stream, byte[] bytes, int length);

    /** The process has ended and all of its output has been told. */
    void onEnded(int vm, int status);

    /**
     * Processes that it had started kept its output open behind its end, and were ended.
     *
     * @param names which, for people
     */
    default void onLeftBehind(int vm, String names) {
        // Of interest to a listener that talks to people.
    }
}
