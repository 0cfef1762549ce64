package org.javampi.mpirun.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * One stream of one rank on its way to the launcher's: whole lines only, each written in one piece,
 * with the rank's label before it if wanted. A last line without an end is kept and written when
 * the rank ends.
 */
public final class LineOutput {
    private final Meeting target;
    private final byte[] label;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    /**
     * Where the lines of several ranks meet: what one of them has not ended stays on a line of its
     * own.
     */
    public static final class Meeting {
        private final PrintStream stream;
        private boolean midLine;

        public Meeting(PrintStream stream) {
            this.stream = stream;
        }

        /** Ends a line that was left open, so that something else can begin. */
        public void endLine() {
            synchronized (stream) {
                if (midLine) {
                    stream.write('\n');
                    stream.flush();
                    midLine = false;
                }
            }
        }

        private void write(byte[] lines) {
            // All other writers to the stream, such as a report, hold the same lock.
            synchronized (stream) {
                endLine();
                stream.write(lines, 0, lines.length);
                stream.flush();
                midLine = lines[lines.length - 1] != '\n';
            }
        }
    }

    public LineOutput(Meeting target, String label) {
        this.target = target;
        this.label = label.getBytes(StandardCharsets.UTF_8);
    }

    /** Takes the next bytes. */
    public synchronized void write(byte[] bytes, int length) {
        int start = 0;
        ByteArrayOutputStream lines = new ByteArrayOutputStream(length + label.length);
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                lines.writeBytes(label);
                emitPending(lines);
                lines.write(bytes, start, i + 1 - start);
                start = i + 1;
            }
        }
        pending.write(bytes, start, length - start);
        put(lines);
    }

    /** Writes what is left of a last line. */
    public synchronized void finish() {
        if (pending.size() > 0) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            line.writeBytes(label);
            emitPending(line);
            put(line);
        }
    }

    private void emitPending(OutputStream lines) {
        try {
            pending.writeTo(lines);
            pending.reset();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(ByteArrayOutputStream lines) {
        if (lines.size() > 0) {
            target.write(lines.toByteArray());
        }
    }
}
