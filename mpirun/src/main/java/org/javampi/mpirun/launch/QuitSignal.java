package org.javampi.mpirun.launch;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/**
 * Notices SIGQUIT (Ctrl-\). A JVM keeps this signal for itself, answers it with a dump of its threads, and lets no
 * program handle it. The script that starts the launcher has the dump written to a pipe of the launcher's own, and this
 * reads the pipe: each dump that begins is one signal.
 */
final class QuitSignal implements Closeable {
    /** System property: where the JVM writes its own output. */
    static final String PROPERTY = "javampi.vm.output";

    private static final byte[] DUMP = "Full thread dump".getBytes(StandardCharsets.US_ASCII);
    private static final long LOOK_NS = 200_000_000;

    private final String source;
    private final Runnable listener;
    private volatile boolean closed;

    private QuitSignal(String source, Runnable listener) {
        this.source = source;
        this.listener = listener;
    }

    /** Calls {@code listener}, in a thread of its own, for each signal; never where the property is not set. */
    static QuitSignal listen(String source, Runnable listener) {
        QuitSignal signal = new QuitSignal(source, listener);
        if (source != null) {
            Thread thread = new Thread(signal::read, "javampirun-quit");
            thread.setDaemon(true);
            thread.start();
        }
        return signal;
    }

    private void read() {
        try (InputStream in = new FileInputStream(source)) {
            int matched = 0;
            while (!closed) {
                int next = in.read();
                if (next < 0) {
                    // Some shells make a file where others make a pipe.
                    LockSupport.parkNanos(LOOK_NS);
                } else if (next != DUMP[matched]) {
                    matched = next == DUMP[0] ? 1 : 0;
                } else if (++matched == DUMP.length) {
                    matched = 0;
                    listener.run();
                }
            }
        } catch (IOException e) {
            // Without the pipe the signal does nothing, which is what it does to most programs.
            closed = true;
        }
    }

    /** Later signals do nothing. */
    @Override
    public void close() {
        closed = true;
    }
}
