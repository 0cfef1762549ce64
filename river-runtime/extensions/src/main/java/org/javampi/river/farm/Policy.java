package org.javampi.river.farm;

import java.time.Duration;

/**
 * What a work allows.
 *
 * @param attempts how often a task may be begun when VMs die or time is over
 * @param retryFailed whether a task whose function throws is tried again, too
 * @param taskTimeout how long an attempt may take before it is ended with its VM; null for ever
 * @param expendable whether VMs were started for this work alone, so that one is killed to end a task when the work is
 *     cancelled; elsewhere the task is interrupted, and its VM and the values kept there live on
 * @param speculative whether idle VMs may run a slow task a second time at the end: the first result counts
 * @param window how many tasks may be begun and not yet consumed; see {@link Work#consumed}
 */
public record Policy(
        int attempts, boolean retryFailed, Duration taskTimeout, boolean expendable, boolean speculative, int window) {
    /** A VM may be unlucky; a task of which so many have died has killed them. */
    private static final int DEATHS = 3;

    /** Three attempts when VMs die, none when a function throws; no time-out, no second runs. */
    public static Policy standard() {
        return new Policy(DEATHS, false, null, false, false, Integer.MAX_VALUE);
    }

    /** This with one attempt. */
    public Policy once() {
        return new Policy(1, retryFailed, taskTimeout, expendable, speculative, window);
    }

    /** This with another number of attempts, which functions that throw use up, too. */
    public Policy withAttempts(int number) {
        return new Policy(number, true, taskTimeout, expendable, speculative, window);
    }

    /** This with a limit to each attempt. */
    public Policy withTaskTimeout(Duration timeout) {
        return new Policy(attempts, retryFailed, timeout, expendable, speculative, window);
    }

    /** This on VMs that may be killed to end a task. */
    public Policy onExpendableVms() {
        return new Policy(attempts, retryFailed, taskTimeout, true, speculative, window);
    }

    /** This with second runs of slow tasks. */
    public Policy withSpeculation() {
        return new Policy(attempts, retryFailed, taskTimeout, expendable, true, window);
    }

    /** This with a bound on what is begun and not consumed. */
    public Policy withWindow(int tasks) {
        return new Policy(attempts, retryFailed, taskTimeout, expendable, speculative, tasks);
    }
}
