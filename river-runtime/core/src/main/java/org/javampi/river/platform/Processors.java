package org.javampi.river.platform;

import java.io.IOException;
import java.util.List;

/** The processor cores that this process may use, and the binding of its threads to them. */
public interface Processors {
    /**
     * What {@code ranks} ranks are bound to, in turn: cores, or hardware threads where there are fewer cores than
     * ranks; each as a list of hardware threads such as {@code 0,4} or {@code 2-3}.
     *
     * @throws IOException when this platform cannot tell
     */
    List<String> forRanks(int ranks) throws IOException;

    /**
     * The system's name of the calling thread.
     *
     * @throws IOException when this platform cannot bind threads
     */
    String callingThread() throws IOException;

    /**
     * Binds a thread.
     *
     * @param thread as {@link #callingThread} has it
     * @param core one of {@link #forRanks}
     * @throws IOException when it stays as it is; says why
     */
    void bind(String thread, String core) throws IOException;
}
