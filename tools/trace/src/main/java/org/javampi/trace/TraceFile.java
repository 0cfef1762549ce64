package org.javampi.trace;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a trace in the form that the file's name asks for. */
final class TraceFile {
    /** Endings that are known. */
    static final List<String> ENDINGS = List.of(".html", ".pftrace", ".json");

    private TraceFile() {}

    static void write(Trace trace, Path file) throws IOException {
        String name = file.getFileName().toString();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            if (name.endsWith(".pftrace")) {
                new PerfettoFile(trace).write(out);
            } else if (name.endsWith(".json")) {
                new ChromeFile(trace).write(out);
            } else {
                new TracePage(trace).write(out);
            }
        }
    }
}
