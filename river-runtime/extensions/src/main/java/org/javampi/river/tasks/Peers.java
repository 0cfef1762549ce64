package org.javampi.river.tasks;

/**
 * The other tasks of a {@linkplain TaskList#fineGeneral fine general} list, which all run at the same time. Messages from
 * one task to another arrive in the order in which they were sent. When a task fails, all end; so nobody waits for ever
 * for a task that has failed.
 */
public final class Peers {
    private Peers() {}

    private static TaskContext here(String primitive) {
        TaskContext here = TaskContext.here(primitive);
        if (here.allowed() != Communication.FINE_GENERAL) {
            throw here.allowed().refusal(primitive, here.task());
        }
        return here;
    }

    /** The calling task's number, from 0. */
    public static int own() {
        return here("Peers.own").task();
    }

    /** How many tasks there are. */
    public static int count() {
        return here("Peers.count").count();
    }

    /**
     * Sends a value to a task; does not wait until it is received.
     *
     * @param task 0 to {@link #count} - 1
     * @param value is copied
     * @throws ToxicException where the list does not allow it
     * @throws org.javampi.river.message.LostException when that task has ended
     * @throws InterruptedException when this task is ended
     */
    public static void send(int task, Object value) throws InterruptedException {
        TaskContext here = here("Peers.send");
        here.peer().sendTo(checked(task, here), value);
    }

    /**
     * Takes the next value of a task, and waits for it.
     *
     * @param task 0 to {@link #count} - 1
     * @throws ToxicException where the list does not allow it
     * @throws org.javampi.river.message.LostException when that task has ended and has sent no more
     * @throws InterruptedException when this task is ended
     */
    @SuppressWarnings("unchecked") // the caller knows what was sent
    public static <T> T receive(int task) throws InterruptedException {
        TaskContext here = here("Peers.receive");
        return (T) here.peer().receiveFrom(checked(task, here));
    }

    private static int checked(int task, TaskContext here) {
        if (task < 0 || task >= here.count()) {
            throw new IllegalArgumentException(
                    "task " + task + ": there are tasks 0 to " + (here.count() - 1) + " in this list");
        }
        return task;
    }
}
