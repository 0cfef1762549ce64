package org.javampi.river.resource;

/**
 * The threads of one resource: those that it starts belong to it without being told. The group goes
 * with its last thread, so that a VM may host any number of resources one after the other.
 */
final class ResourceThreads extends ThreadGroup {
    /** Null until it has been read, if it was frozen. */
    volatile VirtualResource resource;

    // Java 17 to 18 keep a group in its parent for ever unless it is a daemon; later ones never do.
    @SuppressWarnings("removal")
    ResourceThreads(VirtualResource resource, String name) {
        super(rootGroup(), name);
        this.resource = resource;
        setDaemon(true);
    }

    /** Not the group of the deploying thread: that one's end is not this one's. */
    private static ThreadGroup rootGroup() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }

    /** The resource that the calling thread belongs to, or null. */
    static VirtualResource ofThisThread() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group != null && !(group instanceof ResourceThreads)) {
            group = group.getParent();
        }
        return group == null ? null : ((ResourceThreads) group).resource;
    }
}
