package org.javampi.river.tasks;

/** What the hub of a {@linkplain TaskList#fineLimited fine limited} list answers; it stays in the program. */
@FunctionalInterface
public interface HubFunction {
    /**
     * Answers a question. Several tasks may ask at the same time, each in a thread of its own.
     *
     * @param task who asks, from 0
     * @param question what {@link Hub#ask} was given
     * @return travels to the task
     * @throws Exception anything: the task's {@code ask} throws it
     */
    Object answer(int task, Object question) throws Exception;
}
