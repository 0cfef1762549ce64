package org.javampi.river.checkpoint;

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
            kill(ProcessHandle.current());
            Runtime.getRuntime().halt(137);
        } else if (wanted.equals(AGENT + here)) {
            // This process goes on as it does when its agent dies by itself.
            ProcessHandle.current().parent().ifPresent(Fault::kill);
        }
        while (wanted.equals(here + HANG)) {
            LockSupport.park(this);
        }
    }

    private static void kill(ProcessHandle process) {
        String pid = Long.toString(process.pid());
        try {
            new ProcessBuilder("kill", "-9", pid).start().waitFor();
        } catch (IOException | InterruptedException e) {
            Runtime.getRuntime().halt(137);
        }
    }
}
