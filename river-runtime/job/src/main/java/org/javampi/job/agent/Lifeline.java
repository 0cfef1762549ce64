package org.javampi.job.agent;

import java.io.IOException;
import org.javampi.job.control.ControlConnection;

/**
 * A second connection between an agent and the launcher, on which nothing is ever said: the operating systems at its
 * two ends answer for each other. Signs of life on the other connection say that a process runs, which may take a
 * while on a crowded host. This one says that the host can be reached, however busy it is, and ends within seconds
 * when that is no longer so.
 *
 * <p>It must be idle: as long as bytes wait for an acknowledgement the system sends no keep-alive probes, and tries to
 * send those bytes for a quarter of an hour.
 */
final class Lifeline {
    /** The lifeline of host 0 reports under the number after that of visitors. */
    private static final int FIRST = ControlConnection.VISITOR + 1;

    private static final int LAST = Integer.MIN_VALUE / 2;

    private Lifeline() {}

    /** The number under which a host's lifeline reports. */
    static int numberOf(int host) {
        return FIRST + host;
    }

    /** Whether a connection that has reported under {@code number} is a lifeline. */
    static boolean isNumber(int number) {
        return number >= FIRST && number < LAST;
    }

    /** The counterpart of {@link #numberOf}. */
    static int hostOf(int number) {
        return number - FIRST;
    }

    /**
     * Opens the lifeline of an agent and watches it.
     *
     * @param agent the agent's other connection: the lifeline leads to the same place
     * @param limitMs how long the launcher's host may not answer
     * @param lost called once when it has not, by another thread
     */
    static void open(ControlConnection agent, int limitMs, Runnable lost) throws IOException {
        ControlConnection lifeline = ControlConnection.connect(
                agent.farAddress(), numberOf(AgentCall.hostOf(agent.vm())), agent.secret(), limitMs);
        ControlServer.daemon("river-lifeline", () -> {
            if (breaks(lifeline, limitMs)) {
                lost.run();
            }
        });
    }

    /** Waits for the end of a lifeline; answers whether it has come because the other host cannot be reached. */
    static boolean breaks(ControlConnection lifeline, int limitMs) {
        try (lifeline) {
            return lifeline.probe(limitMs) && lifeline.isCutOff();
        } catch (IOException e) {
            // Closed while the options were set: the other connection tells why.
            return false;
        }
    }
}
