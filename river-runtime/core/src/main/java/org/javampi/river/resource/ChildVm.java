package org.javampi.river.resource;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javampi.river.network.Daemons;
import org.javampi.river.platform.Encodings;

/**
 * A VM that this process has started on its own host: a child process that runs {@link ChildVmMain}, ends with this
 * one however that ends, and whose end can be explained. Any thread.
 */
public final class ChildVm implements Closeable {
    /** The line by which a VM says that it is there; what the JVM itself prints may come before it. */
    private static final Pattern READY = Pattern.compile(ChildVmMain.READY + "([0-9a-f]{8}-[0-9a-f-]{27}) (\\S+:\\d+)");

    private static final int KEPT_LINES = 20;

    /** POSIX shells and the JDK report a signal as an exit status above this. */
    private static final int SIGNAL_BASE = 128;

    private static final int HIGHEST_SIGNAL = 64;
    private static final Duration FAREWELL = Duration.ofSeconds(3);
    private static final Duration KILLED = Duration.ofSeconds(20);

    private final Process process;
    private final List<Thread> outputs = new ArrayList<>();
    private final CompletableFuture<InetSocketAddress> endpoint = new CompletableFuture<>();

    /** What it has printed last. Under its own lock. */
    private final ArrayDeque<String> lastLines = new ArrayDeque<>();

    private final ProcessMark mark;

    private ChildVm(Process process, ProcessMark mark) {
        this.process = process;
        this.mark = mark;
    }

    /**
     * Starts a VM; {@link #endpoint} says when it is there.
     *
     * @param classPath what it has itself; all else is shipped
     * @param jvmOptions such as {@code -Xmx256m}
     * @param environment what it is told besides this process's environment; see {@link
     *     RiverOptions#fromEnvironment}
     * @param out where its standard output goes, line by line; its standard error goes to this process's
     * @throws IOException when no process can be started
     */
    public static ChildVm start(
            String classPath, List<String> jvmOptions, Map<String, String> environment, PrintStream out)
            throws IOException {
        List<String> words = new ArrayList<>();
        words.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        words.add("-XX:-UsePerfData");
        words.addAll(jvmOptions);
        words.addAll(List.of("-cp", classPath, ChildVmMain.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().putAll(environment);
        ProcessMark mark = new ProcessMark();
        mark.addTo(builder.environment());
        builder.command(SiteOptions.respected(words, builder.environment()));
        ChildVm vm = new ChildVm(builder.start(), mark);
        vm.copy(vm.process.getInputStream(), out, true);
        vm.copy(vm.process.getErrorStream(), System.err, false);
        return vm;
    }

    private void copy(InputStream from, PrintStream to, boolean announces) {
        Thread thread = Daemons.of("river-output-" + process.pid(), () -> {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(from, Encodings.ofPipes()))) {
                String line = lines.readLine();
                while (line != null) {
                    onLine(line, to, announces);
                    line = lines.readLine();
                }
            } catch (IOException e) {
                // A pipe of a process that is gone.
                onLine("(its output has ended: " + e.getMessage() + ")", to, false);
            } finally {
                if (announces) {
                    endpoint.completeExceptionally(new IOException("it has ended before it was ready"));
                }
            }
        });
        outputs.add(thread);
        thread.start();
    }

    private void onLine(String line, PrintStream to, boolean announces) {
        if (announces && !endpoint.isDone()) {
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                try {
                    endpoint.complete(RiverOptions.endpoint(ready.group(2), "VM"));
                } catch (IOException e) {
                    endpoint.completeExceptionally(e);
                }
                return;
            }
        }
        synchronized (lastLines) {
            if (lastLines.size() == KEPT_LINES) {
                lastLines.poll();
            }
            lastLines.add(line);
        }
        to.println(line);
    }

    /**
     * Waits until the VM listens.
     *
     * @return where
     * @throws IOException when it has ended, or is not there in time: says how, and what it has printed
     * @throws InterruptedException when the thread is interrupted
     */
    public InetSocketAddress endpoint(Duration timeout) throws IOException, InterruptedException {
        try {
            return endpoint.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            process.waitFor(KILLED.toMillis(), TimeUnit.MILLISECONDS);
            throw new IOException("a VM has not come up: " + ending(), e);
        } catch (TimeoutException e) {
            throw new IOException("a VM has not come up within " + timeout.toSeconds() + " s: " + ending(), e);
        }
    }

    /** The process's number. */
    public long pid() {
        return process.pid();
    }

    /** Whether the process runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** How the process has ended and what it has printed last, for people. */
    public String ending() {
        String how = process.isAlive() ? "it still runs" : status(process.exitValue());
        try {
            for (Thread output : outputs) {
                output.join(process.isAlive() ? 1 : FAREWELL.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (lastLines) {
            return how
                    + (lastLines.isEmpty()
                            ? "; it has printed nothing"
                            : "; its last lines:\n    " + String.join("\n    ", lastLines));
        }
    }

    /** An exit status for people: {@code signal 9 (exit status 137)}. */
    public static String status(int exitStatus) {
        int signal = exitStatus - SIGNAL_BASE;
        return signal > 0 && signal <= HIGHEST_SIGNAL
                ? "signal " + signal + " (exit status " + exitStatus + ")"
                : "exit status " + exitStatus;
    }

    /**
     * Waits for the end of the process.
     *
     * @return false when it has not ended in time
     */
    public boolean awaitEnd(Duration timeout) throws InterruptedException {
        return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends the process by force, with the processes that it has started; returns when it is gone. */
    public void kill() {
        mark.killAll(process.toHandle());
        try {
            process.waitFor(KILLED.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks the VM to end; it is killed when it has not after three seconds, and so is all that it leaves behind. */
    @Override
    public void close() {
        letGo();
        try {
            awaitEnd(FAREWELL);
            kill();
            for (Thread output : outputs) {
                output.join(FAREWELL.toMillis());
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** Tells the VM to end, and does not wait for it. */
    public void letGo() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            if (process.isAlive()) {
                throw new UncheckedIOException("cannot end the VM with pid " + pid(), e);
            }
        }
    }
}
