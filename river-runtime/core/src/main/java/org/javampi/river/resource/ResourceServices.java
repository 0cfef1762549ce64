package org.javampi.river.resource;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What answers requests to a resource apart from its queue, in threads of its own. Any thread. */
final class ResourceServices {
    private final ThreadGroup threads;
    private final ClassLoader classes;
    private final Map<String, Service> services = new ConcurrentHashMap<>();

    /** Made with the first request. Under this object's lock. */
    private ExecutorService servants;

    /**
     * No services yet.
     *
     * @param threads of the resource: requests run in it
     * @param classes by which those threads find the classes of the program
     */
    ResourceServices(ThreadGroup threads, ClassLoader classes) {
        this.threads = threads;
        this.classes = classes;
    }

    /** From now on requests to {@code service} are answered by {@code body}. */
    void serve(String service, Service body) {
        services.put(service, body);
    }

    /** What answers requests of that name, or null. */
    Service of(String name) {
        return services.get(name);
    }

    boolean isEmpty() {
        return services.isEmpty();
    }

    Set<String> names() {
        return services.keySet();
    }

    /** Runs a request. */
    synchronized void execute(Runnable request) {
        if (servants == null) {
            servants = Executors.newCachedThreadPool(body -> {
                Thread thread = new Thread(threads, body, threads.getName() + "-service");
                thread.setDaemon(true);
                thread.setContextClassLoader(classes);
                return thread;
            });
        }
        servants.execute(request);
    }

    /** No request is answered any more; those that run are interrupted. */
    synchronized void end() {
        services.clear();
        if (servants != null) {
            servants.shutdownNow();
        }
    }
}
