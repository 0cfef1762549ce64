package org.javampi.job.hang;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.javampi.job.hang.ThreadReport.Activity;

/**
 * A thread of this process by its stack: whose it is, where in the program it is, and whether it may go on without any
 * other thread. Whatever is not known for certain counts as active, since a rank that may act is not deadlocked.
 */
final class ProgramThread {
    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");
    private static final String REAPER = "process reaper";
    private static final Pattern POLLS =
            Pattern.compile("P?MPI_(Test(any|all|some)?|Im?probe|Request_get_status(_any|_all|_some)?|Parrived)");

    /** Classes that a thread is in when it sleeps, yields, or parks without anything to wait for. */
    private static final Set<String> SLEEPS = Set.of(
            "java.lang.Thread",
            "java.util.concurrent.TimeUnit",
            "java.util.concurrent.locks.LockSupport",
            "jdk.internal.misc.Unsafe",
            "sun.misc.Unsafe");

    private final FrameNames names;
    private final Thread thread;
    private final Thread.State state;
    private final StackTraceElement[] frames;

    ProgramThread(FrameNames names, Thread thread, StackTraceElement[] frames) {
        this.names = names;
        this.thread = thread;
        this.frames = frames;
        state = thread.getState();
    }

    /** Whether it is none of the program's: the JVM's, or one that serves the runtime. */
    boolean isService() {
        ThreadGroup group = thread.getThreadGroup();
        if (group == null || thread.getName().equals("DestroyJavaVM")) {
            return true;
        }
        if (watchesChild() || usesVirtualThreads()) {
            return false;
        }
        return group.getName().equals("system") || group.getName().equals("InnocuousThreadGroup") || servesRuntime();
    }

    private boolean servesRuntime() {
        boolean found = false;
        for (StackTraceElement frame : frames) {
            boolean runtime = isRuntime(frame);
            found |= runtime;
            if (!runtime && !isJdk(frame)) {
                return false;
            }
        }
        return found;
    }

    /** It waits for the end of a process that this one has started. */
    private boolean watchesChild() {
        return thread.getName().startsWith(REAPER) && state == Thread.State.RUNNABLE;
    }

    /** Virtual threads are in no list: where there are any, nothing is known of what they may do. */
    private boolean usesVirtualThreads() {
        String type = thread.getClass().getName();
        return type.equals("jdk.internal.misc.CarrierThread")
                || thread.getName().startsWith("VirtualThread-unpark")
                || thread.getName().endsWith("-Poller");
    }

    /** Whether only another thread of this process can make it go on. */
    boolean isIdle() {
        if (isPoolWorkerWithoutTask()) {
            return true;
        }
        if (state != Thread.State.WAITING && state != Thread.State.BLOCKED) {
            return false;
        }
        // Waits of the runtime's own are not known here: a rank that is held for a checkpoint goes on by itself.
        for (StackTraceElement frame : frames) {
            if (!isJdk(frame)) {
                return !isRuntime(frame);
            }
        }
        return true;
    }

    /** Such a thread waits with a limit, but ends at the limit. */
    private boolean isPoolWorkerWithoutTask() {
        if (state != Thread.State.WAITING && state != Thread.State.TIMED_WAITING) {
            return false;
        }
        boolean delayed = false;
        for (StackTraceElement frame : frames) {
            String type = frame.getClassName();
            delayed |= type.endsWith("DelayedWorkQueue") || type.endsWith("DelayQueue");
            if (type.equals("java.util.concurrent.ThreadPoolExecutor")
                    && frame.getMethodName().equals("getTask")) {
                return !delayed || state == Thread.State.WAITING;
            }
            if (type.equals("java.util.concurrent.ForkJoinPool")
                    && frame.getMethodName().equals("awaitWork")) {
                return true;
            }
            if (!isJdk(frame)) {
                return false;
            }
        }
        return false;
    }

    /** The report of a thread that does not wait inside of MPI. */
    ThreadReport report() {
        Activity activity = isIdle() ? Activity.IDLE : Activity.ACTIVE;
        return new ThreadReport(
                thread.getName(), activity, doing(), function(), place(), stack(), 0, 0, false, List.of(), null);
    }

    /** The MPI function that the program has called, or an empty text. */
    String function() {
        int call = facadeFrame();
        return call < 0 ? "" : frames[call].getMethodName();
    }

    /** The program's line: the one that has called MPI, or the innermost. */
    Place place() {
        int call = facadeFrame();
        if (call >= 0) {
            int i = call + 1;
            while (i < frames.length && isFacade(frames[i])) {
                i++;
            }
            if (i < frames.length) {
                return Place.of(frames[i]);
            }
        }
        for (StackTraceElement frame : frames) {
            if (!isJdk(frame) && !isRuntime(frame) && !isFacade(frame)) {
                return Place.of(frame);
            }
        }
        return Place.UNKNOWN;
    }

    /** The program's frames, the innermost first: {@code Heat.solve (Heat.java:87) < Heat.main (Heat.java:20)}. */
    String stack() {
        StringBuilder text = new StringBuilder();
        for (StackTraceElement frame : frames) {
            if (!isJdk(frame) && !isRuntime(frame) && !isFacade(frame)) {
                text.append(text.length() == 0 ? "" : " < ")
                        .append(Place.of(frame).whole());
            }
        }
        return text.toString();
    }

    /** Whether it is in a call that looks for a message, or for the end of an operation, and does not wait. */
    boolean isPolling() {
        return POLLS.matcher(function()).matches();
    }

    /** Whether it has gone to sleep for a time, by itself. */
    boolean isAsleep() {
        int i = 0;
        while (i < frames.length && SLEEPS.contains(frames[i].getClassName())) {
            i++;
        }
        return i > 0 && i < frames.length && !isJdk(frames[i]) && !isRuntime(frames[i]) && !isFacade(frames[i]);
    }

    /** Whether it is in the program's method in which {@code other} was, or in what this has called of the JDK. */
    boolean isInMethodOf(ProgramThread other) {
        int i = 0;
        while (i < frames.length && isJdk(frames[i])) {
            i++;
        }
        return i < frames.length
                && Place.of(frames[i]).method().equals(other.place().method());
    }

    private int facadeFrame() {
        for (int i = 0; i < frames.length; i++) {
            if (isFacade(frames[i]) && isCall(frames[i].getMethodName())) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isCall(String method) {
        return method.startsWith("MPI_") || method.startsWith("PMPI_");
    }

    private boolean isFacade(StackTraceElement frame) {
        return names.isFacade(frame.getClassName());
    }

    private boolean isRuntime(StackTraceElement frame) {
        return names.isRuntime(frame.getClassName());
    }

    private static boolean isJdk(StackTraceElement frame) {
        return FrameNames.startsWithAny(frame.getClassName(), JDK);
    }

    /** In words what it does, as far as its innermost frames tell. */
    private String doing() {
        if (facadeFrame() >= 0) {
            return "is in " + function();
        }
        for (StackTraceElement frame : frames) {
            if (!isJdk(frame)) {
                break;
            }
            String known = known(frame.getClassName().toLowerCase(Locale.ROOT), frame.getMethodName());
            if (known != null) {
                return known;
            }
        }
        return switch (state) {
            case BLOCKED -> "waits for a lock";
            case WAITING, TIMED_WAITING -> "waits for another thread";
            case TERMINATED, NEW -> "has ended";
            default -> "computes";
        };
    }

    private static String known(String type, String method) {
        if (type.equals("java.lang.thread")) {
            return method.startsWith("sleep") ? "sleeps" : method.equals("join") ? "waits for a thread" : null;
        }
        if (type.startsWith("java.lang.process") && method.equals("waitFor")) {
            return "waits for a child process";
        }
        if (type.equals("java.io.fileinputstream")) {
            return "reads standard input or a file";
        }
        if (type.contains("socket")) {
            return "waits for a socket";
        }
        return type.startsWith("sun.nio.ch.") && method.contains("wait") ? "waits for a channel" : null;
    }
}
