package org.javampi.mpirun.output;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import org.javampi.river.platform.Platform;

/** Standard output or error of this process: where it leads, and how it tells that it takes nothing. */
public enum StandardStream {
    OUT(1, "standard output"),
    ERR(2, "standard error");

    private final int descriptor;
    private final String words;

    StandardStream(int descriptor, String words) {
        this.descriptor = descriptor;
        this.words = words;
    }

    /** What it is called. */
    public String words() {
        return words;
    }

    /** The bytes of {@code stream}: of the process's own as they are, for a PrintStream keeps failures to itself. */
    public OutputStream raw(PrintStream stream) {
        if (stream == System.out && this == OUT) {
            return new FileOutputStream(FileDescriptor.out);
        }
        return stream == System.err && this == ERR ? new FileOutputStream(FileDescriptor.err) : stream;
    }

    /** Whether a failure to write means that its reader has gone. */
    public boolean hasLostReader(IOException failure) {
        return Platform.current().terminals().hasLostReader(descriptor, failure);
    }

    /** Whether a person reads it. */
    public boolean isTerminal() {
        return Platform.current().terminals().isTerminal(descriptor);
    }
}
