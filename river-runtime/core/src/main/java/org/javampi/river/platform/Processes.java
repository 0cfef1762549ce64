package org.javampi.river.platform;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/**
 * Processes that this one starts: their sessions, their families, their signals. A process that leads a session of its
 * own does not hear what a terminal says to the launcher, and what it has started can be found and ended when it is
 * gone.
 */
public interface Processes {
    /** Whether processes can lead sessions. */
    boolean hasSessions();

    /** The command that runs {@code command} as the leader of a session of its own, in the same process. */
    List<String> leading(List<String> command);

    /**
     * A command that starts a JVM, as this platform can pass it on: where words or their length do not survive a command
     * line, they go to an argument file of the {@code java} command.
     *
     * @param command the java command and its words
     * @param argumentFile where the words may go
     * @throws IOException when the file cannot be written
     */
    List<String> fitting(List<String> command, Path argumentFile) throws IOException;

    /** For the input of a process that reads nothing. */
    default Redirect noInput() {
        return Redirect.from(Redirect.DISCARD.file());
    }

    /**
     * The processes that one has started, and their descendants, without itself; when it has ended, those that are
     * still known to be its.
     */
    List<ProcessHandle> family(long leader);

    /**
     * The processes of this user that have {@code word} in their environment, also those whose parents have ended; none
     * where environments cannot be read.
     */
    List<ProcessHandle> marked(String word);

    /**
     * Which limit keeps this user, or this container, from having so many more processes and threads, in words with its
     * value and what is in use; null when none is known to. Needs no thread and no process.
     */
    default String shortage(long needed) {
        return null;
    }

    /** Which limit keeps this process from having so many more open files, in words with its value; null when none is known to. */
    default String fileShortage(long needed) {
        return null;
    }

    /**
     * Whether processes can be sent a signal, and can handle it.
     *
     * @param name as kill(1) has it: USR1, STOP
     */
    boolean hasSignal(String name);

    /**
     * Sends a signal.
     *
     * @param name as kill(1) has it; one that {@linkplain #hasSignal there is}
     * @param pids processes; negative ones are those of a session
     * @throws IOException when this platform has no such signal
     */
    void signal(String name, List<Long> pids) throws IOException;
}
