package org.javampi.job.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.javampi.job.OsSignals;

/**
 * The main class of the agent that the launcher starts on each other host of a job: by ssh, by a
 * resource manager, or by a command of the user's. What it needs comes by standard input or the
 * environment, see {@link AgentCall}; all else by the connection to the launcher.
 */
public final class HostAgentMain {
    /** What a scheduler sends to all processes of a job is the ranks'. */
    private static final List<String> SIGNALS = List.of("USR1", "USR2");

    private HostAgentMain() {}

    /** Takes no arguments. */
    public static void main(String[] none) {
        int status = 1;
        Thread.setDefaultUncaughtExceptionHandler(new ServiceThreadDeath(
                "javampi agent", System.err, () -> Runtime.getRuntime().halt(1)));
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            AgentCall call = AgentCall.read(System.getenv(), in);
            boolean told = System.getenv(AgentCall.VARIABLE) == null;
            HostAgent agent = new HostAgent(call, told ? ChildAgents.read(in) : ChildAgents.none());
            for (String name : SIGNALS) {
                OsSignals.on(name, agent::signal);
            }
            status = agent.run();
        } catch (IOException e) {
            System.err.println("javampi agent: " + e.getMessage());
        } finally {
            System.err.flush();
            Runtime.getRuntime().halt(status);
        }
    }
}
