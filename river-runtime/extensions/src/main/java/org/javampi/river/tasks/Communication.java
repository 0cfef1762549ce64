package org.javampi.river.tasks;

/** What tasks of a list may say to others: the list's manager decides, not the task. */
enum Communication {
    /** Nothing. */
    COARSE("a coarse list", "TaskList.fineLimited lets tasks ask the hub, TaskList.fineGeneral each other"),

    /** Questions to the hub. */
    FINE_LIMITED("a fine limited list", "TaskList.fineGeneral lets tasks talk to each other"),

    /** All to each other, and to the hub. */
    FINE_GENERAL("a fine general list", "TaskList.fineLimited has a hub that answers");

    private final String title;
    private final String remedy;

    Communication(String title, String remedy) {
        this.title = title;
        this.remedy = remedy;
    }

    /** The refusal of a primitive that the list does not allow. */
    ToxicException refusal(String primitive, int task) {
        return new ToxicException(
                "task " + task + " has called " + primitive + ", which tasks of " + title + " may not: " + remedy);
    }

    /** Why MPI does not communicate in such tasks; null where it may. */
    String silence() {
        return this == FINE_GENERAL
                ? null
                : "this process runs tasks of " + title + ", which may not communicate by MPI";
    }
}
