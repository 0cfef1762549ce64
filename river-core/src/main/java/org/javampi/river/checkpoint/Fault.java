package org.javampi.river.checkpoint;

import java.io.IOException;

/**
 * Ends this process as {@code kill -9} does when it comes to a given step of a given checkpoint:
 * how tests show that a crash at any moment costs nothing but the time since the last checkpoint.
 */
public final class Fault {
    /** Setting: {@code WHO:STEP:EPOCH}, where WHO is a rank or {@code coordinator}. */
    public static final String SETTING = "checkpoint.fault";

    private final String who;
    private final String wanted;

    /** What {@code setting} (or null: nothing) wants of {@code who}. */
    public Fault(String who, String setting) {
        this.who = who;
        wanted = setting;
    }

    /** This process has come to {@code step} of checkpoint {@code epoch}. */
    public void reached(int step, long epoch) {
        if (wanted == null || !wanted.equals(who + ":" + step + ":" + epoch)) {
            return;
        }
        String pid = Long.toString(ProcessHandle.current().pid());
        try {
            new ProcessBuilder("kill", "-9", pid).start().waitFor();
        } catch (IOException | InterruptedException e) {
            Runtime.getRuntime().halt(137);
        }
        Runtime.getRuntime().halt(137);
    }
}
