package org.javampi.river.farm;

import java.time.Duration;

/**
 * What a work allows.
 *
 * @param attempts how often a task may be begun when VMs die or time is over
 * @param retryFailed whether a task whose function throws is tried again, too
 * @param taskTimeout how long an attempt may take before it is ended with its VM; null for ever
 * @param speculative whether idle VMs may run a slow task a second time at the end: the first result counts
 * @param window how many tasks may be begun and not yet consumed; see {@link Work#consumed}
 */
public record Policy(int attempts, boolean retryFailed, Duration taskTimeout, boolean speculative, int window) {
    /** A VM may be unlucky; a task of which so many have died has killed them. */
    private static final int DEATHS = 3;

    /** Three attempts when VMs die, none when a function throws; no time-out, no second runs. */
    public static Policy standard() {
        return new Policy(DEATHS, false, null, false, Integer.MAX_VALUE);
    }

    /** This with one attempt. */
    public Policy once() {
        return new Policy(1, retryFailed, taskTimeout, speculative, window);
    }

    /** This with another number of attempts, which functions that throw use up, too. */
    public Policy withAttempts(int number) {
        return new Policy(number, true, taskTimeout, speculative, window);
    }

    /** This with a limit to each attempt. */
    public Policy withTaskTimeout(Duration timeout) {
        return new Policy(attempts, retryFailed, timeout, speculative, window);
    }

    /** This with second runs of slow tasks. */
    public Policy withSpeculation() {
        return new Policy(attempts, retryFailed, taskTimeout, true, window);
    }

    /** This with a bound on what is begun and not consumed. */
    public Policy withWindow(int tasks) {
        return new Policy(attempts, retryFailed, taskTimeout, speculative, tasks);
    }
}
