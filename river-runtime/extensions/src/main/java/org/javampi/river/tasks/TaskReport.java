package org.javampi.river.tasks;

import java.util.List;

/** What became of all tasks of a list. */
public class TaskReport<R> {
    private final List<TaskResult<R>> tasks;

    TaskReport(List<TaskResult<R>> tasks) {
        this.tasks = tasks;
    }

    /** Each task's result, in the order of the tasks. */
    public List<TaskResult<R>> tasks() {
        return tasks;
    }

    /** How many tasks have ended so. */
    public long count(Status status) {
        return tasks.stream().filter(task -> task.status() == status).count();
    }

    /** Each status that occurs, with its number of tasks. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(tasks.size() + " tasks:");
        for (Status status : Status.values()) {
            long count = count(status);
            if (count > 0) {
                text.append(' ').append(count).append(' ').append(status);
            }
        }
        return text.toString();
    }
}
