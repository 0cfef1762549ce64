package org.javampi.job.agent;

import java.io.PrintStream;
import org.javampi.job.TooManyProcesses;
import org.javampi.river.platform.SystemRefusal;

/**
 * What becomes of a launcher or an agent one of whose threads ends with an exception: others would wait for what that
 * thread had to do. The process ends with a message that names the thread; ranks see that and end, too.
 */
public final class ServiceThreadDeath implements Thread.UncaughtExceptionHandler {
    private final String process;
    private final PrintStream err;
    private final Runnable end;

    /**
     * For a process.
     *
     * @param process its name in the message
     * @param end ends it; called by a thread of its own, which may be blocked by that
     */
    public ServiceThreadDeath(String process, PrintStream err, Runnable end) {
        this.process = process;
        this.err = err;
        this.end = end;
    }

    /** The limit that is reached, in words; null where it is something else. */
    private static String limit(Throwable thrown) {
        if (TooManyProcesses.isCauseOf(thrown)) {
            return TooManyProcesses.sentence();
        }
        if (SystemRefusal.isOfOpenFiles(thrown)) {
            return SystemRefusal.ofOpenFiles();
        }
        return thrown instanceof OutOfMemoryError
                ? "no memory is left for so large a job (heap limit "
                        + (Runtime.getRuntime().maxMemory() >> 20)
                        + " MiB): ask for fewer ranks, or set JDK_JAVA_OPTIONS=-Xmx1g"
                : null;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        try {
            String limit = limit(thrown);
            if (limit != null) {
                err.println(process + ": " + limit);
                err.flush();
                return;
            }
            StringBuilder text = new StringBuilder(process)
                    .append(": thread ")
                    .append(thread.getName())
                    .append(" has failed, and the job ends with it: ")
                    .append(thrown);
            for (StackTraceElement call : thrown.getStackTrace()) {
                text.append(System.lineSeparator()).append("    at ").append(call);
            }
            err.println(text);
            err.flush();
        } finally {
            end.run();
        }
    }
}
