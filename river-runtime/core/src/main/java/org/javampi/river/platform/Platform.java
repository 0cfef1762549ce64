package org.javampi.river.platform;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What differs between operating systems. There are two: {@code linux}, and {@code portable}, which knows only what the
 * JDK promises everywhere and serves macOS, Windows and all others. The environment variable {@value #VARIABLE} names
 * one; without it, the system decides. Where an operation is not possible, its answer is what the stricter of the other
 * systems does. Any thread.
 */
public interface Platform {
    /** Environment variable: the platform of this process and of those that it starts. */
    String VARIABLE = "JAVAMPI_PLATFORM";

    /**
     * That of this process.
     *
     * @throws IllegalStateException when {@value #VARIABLE} names none that there is, or none for this system
     */
    static Platform current() {
        return PlatformChoice.ofThisProcess();
    }

    /** As {@value #VARIABLE} has it. */
    String name();

    /** The name of the operating system. */
    default String system() {
        return System.getProperty("os.name");
    }

    /** The processor for people: its model, or its architecture. */
    String processor();

    /** The name of this host as the system has it. */
    String hostName();

    /** Random bytes that nobody can guess. */
    byte[] random(int count);

    /** The owner of files that this process makes, comparable to {@link java.nio.file.Files#getOwner}. */
    Object user();

    /** Where memory that processes share has its files: a directory in memory, or the one for temporary files. */
    Path sharedMemory();

    /**
     * Whether a file that is open or mapped can lose its name. Where not, its name stays until all of its users are
     * gone, and is removed by the launcher or by the next job.
     */
    boolean removesOpenFiles();

    /**
     * Whether this process may have {@code file} open, so that to open and close it once more could let locks go: POSIX
     * keeps locks for each process and file.
     */
    boolean mayHaveOpen(Path file);

    /**
     * Makes names and sizes in a directory durable.
     *
     * @throws IOException when the disk fails
     */
    void forceDirectory(Path directory) throws IOException;

    /** How busy the machine is; of one thread. */
    RunQueue runQueue();

    /** Binding of threads to processor cores. */
    Processors processors();

    /** Processes, their families and their signals. */
    Processes processes();

    /** Where the process' standard streams lead. */
    Terminals terminals();
}
