package org.javampi.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Lines of a file or pipe: no prompt is shown. */
final class PlainLines implements LineSource {
    private final BufferedReader lines;

    PlainLines(InputStream in) {
        lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    @Override
    public String read(String prompt) throws IOException {
        return lines.readLine();
    }

    @Override
    public void onInterrupt(Runnable action) {
        // Ctrl-C ends a process whose input is no terminal.
    }

    @Override
    public boolean isTerminal() {
        return false;
    }

    @Override
    public void close() {
        // The input is the process's.
    }
}
