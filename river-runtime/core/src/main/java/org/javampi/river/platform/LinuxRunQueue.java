package org.javampi.river.platform;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;

/** By {@code /proc/loadavg}. */
final class LinuxRunQueue implements RunQueue {
    private static final String FILE = "/proc/loadavg";

    /** In front of the fourth field stand three averages. */
    private static final int AVERAGES = 3;

    private final byte[] text = new byte[64];
    private final int cores = Runtime.getRuntime().availableProcessors();
    private RandomAccessFile file;

    LinuxRunQueue() {
        try {
            file = new RandomAccessFile(FILE, "r");
        } catch (IOException e) {
            // A system without it: the answer is "it may be".
            file = null;
        }
    }

    @Override
    public boolean mayExceedCores() {
        if (file == null) {
            return true;
        }
        try {
            file.seek(0);
            return running(text, file.read(text)) > cores;
        } catch (IOException e) {
            // Closed, for this rank leaves.
            return true;
        }
    }

    /** The number before the slash of "0.20 0.18 0.12 1/80 11206". */
    static int running(byte[] text, int length) {
        int spaces = 0;
        int number = 0;
        for (int i = 0; i < length && text[i] != '/'; i++) {
            if (text[i] == ' ') {
                spaces++;
            } else if (spaces == AVERAGES) {
                number = 10 * number + text[i] - '0';
            }
        }
        return number;
    }

    @Override
    public void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot close " + FILE, e);
            }
        }
    }
}
