package org.javampi.mpirun.watch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.javampi.mpirun.failure.ExitStatus;

/** How the job ends: with the first failure, or well. Thread-safe. */
public final class Outcome {
    private final CountDownLatch decided = new CountDownLatch(1);
    private int status;
    private String report;
    private boolean death;
    private Departure departure;
    private int suspectStatus;
    private String suspectReport;

    /** The job has failed; later failures are its consequences. */
    public synchronized void fail(int failureStatus, String text) {
        if (decided.getCount() > 0) {
            status = failureStatus;
            report = text;
            decided.countDown();
        }
    }

    /** The process of a rank has died: a signal, its host, its connection. */
    synchronized void die(int failureStatus, String text) {
        death |= decided.getCount() > 0;
        fail(failureStatus, text);
    }

    /** Whether the job has ended, well or not. */
    public boolean isDecided() {
        return decided.getCount() == 0;
    }

    /** Whether the first failure was a death. */
    public synchronized boolean isDeath() {
        return death;
    }

    /** The job ends at a checkpoint, as a visitor has asked for, to go on from there. */
    synchronized void depart(Departure from) {
        if (decided.getCount() > 0) {
            departure = from;
            fail(ExitStatus.SUSPENDED, from.text());
        }
    }

    /** Where the job goes on; null when it has ended otherwise. */
    public synchronized Departure departure() {
        return departure;
    }

    /** Something that looks like the consequence of a failure whose report may still come. */
    synchronized void suspect(int failureStatus, String text) {
        if (suspectReport == null) {
            suspectStatus = failureStatus;
            suspectReport = text;
        }
        notifyAll();
    }

    /** The job has ended well, but not everything that belongs to it: its status is not 0. */
    public synchronized void spoil(int spoiltStatus, String text) {
        if (decided.getCount() > 0) {
            fail(spoiltStatus, text);
        } else if (status == 0) {
            status = spoiltStatus;
            report = text;
        }
    }

    /** All ranks have ended. */
    public synchronized void end(int endStatus) {
        if (decided.getCount() > 0) {
            status = endStatus;
            decided.countDown();
        }
    }

    public boolean await(long limitMs) throws InterruptedException {
        return decided.await(limitMs, TimeUnit.MILLISECONDS);
    }

    /** Turns the suspicion, if there is one, into the failure. */
    public synchronized void believeSuspicion() {
        if (suspectReport != null) {
            die(suspectStatus, suspectReport);
        }
    }

    public synchronized boolean isSuspected() {
        return suspectReport != null;
    }

    public synchronized int status() {
        return status;
    }

    /** What to tell the user, or null when the job has ended well. */
    public synchronized String report() {
        return report;
    }
}
