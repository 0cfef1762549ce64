package org.javampi.river.tasks;

import java.util.UUID;
import org.javampi.river.rai.RemoteAccess;
import org.javampi.river.resource.VirtualResource;

/** The program's end of what tasks of fine lists say: answers questions, and lets tasks find each other. */
final class HubResource extends VirtualResource {
    static final String ASK = "ask";
    static final String JOIN = "join";

    private final HubFunction questions;

    /** Under this object's lock. */
    private final UUID[] peers;

    private int joined;

    /**
     * A hub for a run of some tasks.
     *
     * @param questions null where none may be asked
     */
    HubResource(int tasks, HubFunction questions) {
        this.questions = questions;
        peers = new UUID[tasks];
    }

    @Override
    protected void run() throws Exception {
        if (questions != null) {
            RemoteAccess.exportFunction(ASK, given -> questions.answer((Integer) given[0], given[1]));
        }
        RemoteAccess.exportFunction(JOIN, given -> join((Integer) given[0], (UUID) given[1]));
        // Until the list ends it.
        recv();
    }

    /** Waits until all tasks run; where one fails before, the hub and the tasks are ended. */
    private synchronized UUID[] join(int task, UUID name) throws InterruptedException {
        peers[task] = name;
        joined++;
        notifyAll();
        while (joined < peers.length) {
            wait();
        }
        return peers.clone();
    }
}
