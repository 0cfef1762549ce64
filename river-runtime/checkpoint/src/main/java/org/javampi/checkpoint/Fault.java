package org.javampi.checkpoint;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends this process as {@code kill -9} does when it comes to a given step of a given checkpoint, or
 * holds the thread that comes there for ever, as a file system does whose server is gone: how tests
 * show that a crash at any moment costs nothing but the time since the last checkpoint, and that a
 * dead disk costs no more than patience.
 */
public final class Fault {
    /**
     * Setting: {@code WHO:STEP:EPOCH} for a crash, where WHO is a rank, {@code coordinator}, or
     * {@code agent-RANK} for the process that has started that rank's VM; {@code
     * WHO:STEP:EPOCH:hang} for a thread of a rank or the coordinator that does not come back.
     */
    public static final String SETTING = "checkpoint.fault";

    private static final String AGENT = "agent-";
    private static final String HANG = ":hang";

    private final String who;
    private final String wanted;

    /** What {@code setting} (or null: nothing) wants of {@code who}. */
    public Fault(String who, String setting) {
        this.who = who;
        wanted = setting;
    }

    /** This process has come to {@code step} of checkpoint {@code epoch}. */
    public void reached(int step, long epoch) {
        if (wanted == null) {
            return;
        }
        String here = who + ":" + step + ":" + epoch;
        if (wanted.equals(here)) {
            killThis();
        } else if (wanted.equals(AGENT + here)) {
            // This process goes on as it does when its agent dies by itself. At once: a command
            // would take so long to start on a busy machine that the job might be over.
            ProcessHandle.current().parent().ifPresent(ProcessHandle::destroyForcibly);
        }
        while (wanted.equals(here + HANG)) {
            LockSupport.park(this);
        }
    }

    /** By the command: Java kills any process but its own. */
    private static void killThis() {
        String pid = Long.toString(ProcessHandle.current().pid());
        try {
            new ProcessBuilder("kill", "-9", pid).start().waitFor();
        } catch (IOException | InterruptedException e) {
            // What follows ends it, too, and looks nearly the same.
            Runtime.getRuntime().halt(137);
        }
        Runtime.getRuntime().halt(137);
    }
}
