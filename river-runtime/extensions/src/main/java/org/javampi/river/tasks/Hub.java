package org.javampi.river.tasks;

/** What a task of a {@linkplain TaskList#fineLimited fine limited} list may ask. */
public final class Hub {
    private Hub() {}

    /**
     * Asks the program that has started the list.
     *
     * @param question travels there; so does the answer back
     * @return what its {@link HubFunction} answers
     * @throws ToxicException where the task's list has no hub
     * @throws IllegalStateException in a thread that runs no task
     * @throws Exception what the function has thrown, or a LostException when the program is gone
     */
    @SuppressWarnings("unchecked") // the caller knows what the hub answers
    public static <T> T ask(Object question) throws Exception {
        TaskContext here = TaskContext.here("Hub.ask");
        if (here.allowed() != Communication.FINE_LIMITED) {
            throw here.allowed().refusal("Hub.ask", here.task());
        }
        return (T) here.hub().call(HubResource.ASK, here.task(), question);
    }
}
