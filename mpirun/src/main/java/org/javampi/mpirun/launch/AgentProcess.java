package org.javampi.mpirun.launch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.javampi.job.agent.AgentCall;
import org.javampi.mpirun.output.RankStream;
import org.javampi.mpirun.watch.HostWatch;

/**
 * The command on this host that starts agents on others, such as ssh: it is told what the agent
 * must know, tried again if that is wanted, and what it says is shown.
 */
public final class AgentProcess implements AgentStart {
    private static final long FIRST_PAUSE_MS = 250;
    private static final long LONGEST_PAUSE_MS = 8_000;
    private static final int BUFFER = 8192;

    /** A process that was killed ends soon, also when others have taken the time that there was. */
    private static final long LEAST_KILL_MS = 1_000;

    private final List<Integer> hosts;
    private final List<String> command;
    private final boolean byEnvironment;
    private final Supplier<String> call;
    private final HostWatch watch;
    private final RankStream err;
    private final long retryUntilNs;
    private final ByteArrayOutputStream early = new ByteArrayOutputStream();
    private Process process;
    private boolean ending;

    /**
     * A command for {@code hosts}.
     *
     * @param byEnvironment whether the agent gets its call by the environment, not standard input
     * @param call what to tell it; may take its time
     */
    AgentProcess(
            List<Integer> hosts,
            List<String> command,
            boolean byEnvironment,
            Supplier<String> call,
            HostWatch watch,
            RankStream err,
            int retrySeconds) {
        this.hosts = hosts;
        this.command = command;
        this.byEnvironment = byEnvironment;
        this.call = call;
        this.watch = watch;
        this.err = err;
        retryUntilNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(retrySeconds);
        Thread thread = new Thread(this::run, "agent-" + hosts.get(0));
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            long pauseMs = FIRST_PAUSE_MS;
            while (true) {
                String failure = attempt();
                if (failure == null) {
                    return;
                }
                if (System.nanoTime() - retryUntilNs >= 0) {
                    watch.onNotStarted(hosts, failure);
                    return;
                }
                watch.onAttemptFailed(hosts, failure);
                TimeUnit.MILLISECONDS.sleep(pauseMs);
                pauseMs = Math.min(LONGEST_PAUSE_MS, 2 * pauseMs);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs the command to its end; answers why no agent has reported, or null when all have. */
    private String attempt() throws InterruptedException {
        Process started;
        try {
            String text = call.get();
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            if (byEnvironment) {
                builder.environment().put(AgentCall.VARIABLE, text);
                // A launcher inside an allocation is no task of a step.
                builder.environment().put("SLURM_EXTERNAL_LAUNCHER", "1");
            }
            synchronized (this) {
                if (ending) {
                    return null;
                }
                started = builder.start();
                process = started;
            }
            tell(started, byEnvironment ? "" : text);
        } catch (IOException e) {
            return e.getMessage();
        }
        early.reset();
        drain(started.getInputStream());
        int status = started.waitFor();
        if (hosts.stream().allMatch(watch::isReady)) {
            return null;
        }
        String said = said();
        return called() + " has ended with status " + status + (said.isEmpty() ? "" : ": " + said);
    }

    private String said() {
        return early.toString(StandardCharsets.UTF_8).strip();
    }

    /** The command, without what only an agent understands. */
    private String called() {
        return "'" + String.join(" ", command.subList(0, Math.max(1, command.size() - 1))) + " ...'";
    }

    private static void tell(Process process, String text) {
        try (OutputStream pipe = process.getOutputStream()) {
            pipe.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It has ended at once; its status and what it said tell why.
            return;
        }
    }

    private void drain(InputStream in) {
        byte[] buffer = new byte[BUFFER];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (hosts.stream().allMatch(watch::isReady)) {
                    err.write(buffer, n);
                } else {
                    early.write(buffer, 0, n);
                    watch.onStarterSaid(hosts, called() + " says: " + said());
                }
            }
            err.finish();
        } catch (IOException e) {
            // The pipe of a process that was killed may break instead of ending: that is its end.
            return;
        }
    }

    /**
     * Ends the command: after {@code limitMs}, or at once if an agent has not even reported, or its
     * host is lost.
     */
    @Override
    public void end(long limitMs) {
        Process running;
        synchronized (this) {
            ending = true;
            running = process;
        }
        if (running == null) {
            return;
        }
        try {
            boolean inOrder = hosts.stream().allMatch(host -> watch.isReady(host) && !watch.isLost(host))
                    && running.waitFor(limitMs, TimeUnit.MILLISECONDS);
            if (!inOrder) {
                running.destroyForcibly().waitFor(Math.max(LEAST_KILL_MS, limitMs), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running.destroyForcibly();
        }
    }
}
