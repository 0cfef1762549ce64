package org.javampi.river.farm;

/**
 * What became of a task.
 *
 * @param index which one of its work, from 0
 * @param ended how it has ended
 * @param attempts how often it was begun
 * @param value what its function has returned; null unless it is OK
 * @param failure what went wrong; null when it is OK
 * @param worker the VM that it ran on last, or null
 * @param durationNs how long the last attempt took, in nanoseconds
 */
public record Outcome<R>(
        int index, Ended ended, int attempts, R value, TaskFailure failure, String worker, long durationNs) {}
