package org.javampi.mpirun.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.javampi.job.agent.ControlHub;
import org.javampi.mpirun.watch.HostWatch;

/**
 * The launcher's standard input on its way to a rank on another host: one piece at a time, the next
 * when the last is taken, so that nothing piles up.
 */
public final class InputFeed {
    private static final int PIECE = 1 << 15;

    private InputFeed() {}

    /** Begins to feed the first VM on {@code host}. */
    static void start(InputStream in, ControlHub agent, HostWatch watch, int host) {
        Thread thread = new Thread(() -> feed(in, agent, watch, host), "javampirun-input");
        thread.setDaemon(true);
        thread.start();
    }

    private static void feed(InputStream in, ControlHub agent, HostWatch watch, int host) {
        byte[] piece = new byte[PIECE];
        try {
            watch.awaitConnected(host);
            int n = in != System.in || isForeground() ? in.read(piece) : -1;
            while (n > 0) {
                agent.sendInput(host, 0, Arrays.copyOf(piece, n));
                watch.awaitInputTaken();
                n = in.read(piece);
            }
            agent.sendInput(host, 0, new byte[0]);
        } catch (IOException e) {
            agent.sendInput(host, 0, new byte[0]);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A process in the background that reads from its terminal is stopped. */
    private static boolean isForeground() {
        try {
            String terminal = Path.of("/proc/self/fd/0").toRealPath().toString();
            if (!terminal.startsWith("/dev/pts/") && !terminal.startsWith("/dev/tty")) {
                return true;
            }
            String stat = Files.readString(Path.of("/proc/self/stat"));
            // After the name in parentheses: state, parent, group, session, terminal, its group.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return fields[2].equals(fields[5]);
        } catch (IOException e) {
            return true;
        }
    }
}
