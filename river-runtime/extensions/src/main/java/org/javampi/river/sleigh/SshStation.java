package org.javampi.river.sleigh;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.javampi.river.discovery.RiverVm;
import org.javampi.river.farm.Station;
import org.javampi.river.network.Daemons;
import org.javampi.river.resource.ChildVmMain;
import org.javampi.river.resource.River;
import org.javampi.river.resource.RiverOptions;
import org.javampi.river.resource.SiteOptions;

/**
 * A VM on another host, started by a remote shell; ends when the shell's standard input does. The host has javampi and
 * the program's classes at the same paths, and the River's secret in {@code ~/.javampi/river.secret}: no secret is on a
 * command line. The VM listens on the address that ssh has reached.
 */
final class SshStation implements Station {
    /** Environment variable: the remote shell, called with host and command; ssh by default. */
    static final String SHELL = "JAVAMPI_RSH";

    private static final long START_S = 120;
    private static final long END_MS = 5_000;
    private static final int KEPT_LINES = 20;

    private final River river;
    private final String host;
    private final Map<String, String> environment;
    private final ArrayDeque<String> lastLines = new ArrayDeque<>();
    private volatile Process process;
    private volatile RiverVm vm;
    private boolean closed;

    /**
     * A VM to be; {@link #renew} starts it.
     *
     * @param environment what the VM is told besides; nothing secret
     */
    SshStation(River river, String host, Map<String, String> environment) {
        this.river = river;
        this.host = host;
        this.environment = environment;
    }

    private List<String> command() {
        List<String> words = new ArrayList<>();
        String shell = System.getenv(SHELL);
        words.addAll(shell == null ? List.of("ssh", "-o", "BatchMode=yes") : List.of(shell.split(" ")));
        words.add(host);
        StringBuilder remote = new StringBuilder();
        // The third word of ssh's variable is the address by which this host was reached.
        remote.append("set -- $SSH_CONNECTION; if [ -n \"$3\" ]; then export ")
                .append(RiverOptions.BIND)
                .append("=$3; fi; ");
        environment.forEach((name, value) -> remote.append("export ")
                .append(name)
                .append('=')
                .append(quoted(value))
                .append("; "));
        // What that host has chosen for every JVM comes before this default.
        remote.append("case \"")
                .append(SiteOptions.VARIABLES.stream()
                        .map(name -> "${" + name + ":-}")
                        .collect(Collectors.joining(" ")))
                .append("\" in *-XX:[+]Use*GC*) c= ;; *) c=")
                .append(SiteOptions.DEFAULT_COLLECTOR)
                .append(" ;; esac; exec ")
                .append(quoted(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java"))
                .append(" -XX:-UsePerfData $c -cp ")
                .append(quoted(System.getProperty("java.class.path")))
                .append(' ')
                .append(ChildVmMain.class.getName());
        words.add(remote.toString());
        return words;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    @Override
    public RiverVm vm() {
        return vm;
    }

    @Override
    public synchronized boolean renew() throws IOException, InterruptedException {
        if (closed) {
            return false;
        }
        CompletableFuture<String> endpoint = new CompletableFuture<>();
        Process started =
                new ProcessBuilder(command()).redirectErrorStream(true).start();
        process = started;
        Daemons.of("sleigh-" + host, () -> copy(started, endpoint)).start();
        try {
            String ready = endpoint.get(START_S, TimeUnit.SECONDS);
            vm = river.find(RiverOptions.endpoint(ready.substring(ready.lastIndexOf(' ') + 1), host));
            return true;
        } catch (ExecutionException | TimeoutException e) {
            started.destroyForcibly();
            throw new IOException("no worker has come up on " + host + ": " + lines(), e);
        }
    }

    private void copy(Process from, CompletableFuture<String> endpoint) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(from.getInputStream(), Charset.defaultCharset()))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(ChildVmMain.READY)) {
                    endpoint.complete(line);
                } else {
                    keep(line);
                    System.out.println(line);
                }
            }
        } catch (IOException e) {
            keep("(its output has ended: " + e.getMessage() + ")");
        } finally {
            endpoint.completeExceptionally(new IOException("it has ended before it was ready"));
        }
    }

    private void keep(String line) {
        synchronized (lastLines) {
            if (lastLines.size() == KEPT_LINES) {
                lastLines.poll();
            }
            lastLines.add(line);
        }
    }

    private String lines() {
        synchronized (lastLines) {
            return lastLines.isEmpty() ? "it has printed nothing" : String.join("\n    ", lastLines);
        }
    }

    @Override
    public String ending() {
        try {
            boolean over = process.waitFor(END_MS, TimeUnit.MILLISECONDS);
            return over
                    ? "its remote shell has ended with status " + process.exitValue() + "; last it has printed: "
                            + lines()
                    : "its connection has ended; last it has printed: " + lines();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "its connection has ended";
        } finally {
            kill();
        }
    }

    @Override
    public void kill() {
        try {
            // The VM ends with its standard input, however far away it is.
            process.getOutputStream().close();
        } catch (IOException e) {
            keep("(its input cannot be closed: " + e.getMessage() + ")");
        }
        process.destroy();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            try {
                process.getOutputStream().close();
                process.waitFor(END_MS, TimeUnit.MILLISECONDS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                process.destroy();
            }
        }
    }
}
