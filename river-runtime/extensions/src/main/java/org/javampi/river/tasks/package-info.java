/**
 * Parallelism as the management of serial tasks: a {@link org.javampi.river.tasks.TaskList} runs tasks that may hang,
 * throw or take their VM with them, and reports what became of each. When it returns, no task, process or file is left.
 */
package org.javampi.river.tasks;
