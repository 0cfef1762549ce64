package org.javampi.river.network;

import java.util.concurrent.ThreadFactory;

/**
 * Makes the threads of the runtime itself. They belong to no resource, although a resource's call
 * may be what makes them needed: the end of a resource interrupts the threads of its group, and
 * would end a connection with it.
 */
public final class Daemons implements ThreadFactory {
    private final String name;

    /** Makes threads of that name. */
    public Daemons(String name) {
        this.name = name;
    }

    @Override
    public Thread newThread(Runnable body) {
        return of(name, body);
    }

    /**
     * A thread of the runtime goes on although something has failed, or ends because of it: standard error tells, since
     * others may miss what it has not done.
     */
    public static void report(Throwable failure) {
        System.err.println("river: thread " + Thread.currentThread().getName() + " of process "
                + ProcessHandle.current().pid() + ": " + failure);
    }

    /** One thread, not started. */
    public static Thread of(String name, Runnable body) {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        Thread thread = new Thread(group, body, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(Daemons.class.getClassLoader());
        return thread;
    }
}
