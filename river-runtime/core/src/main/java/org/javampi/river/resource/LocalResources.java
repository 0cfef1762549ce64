package org.javampi.river.resource;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The resources that live on this VM, and how the last of those that did have ended. */
final class LocalResources {
    private static final int MOST_REMEMBERED = 4_096;

    private final Map<UUID, LocalResource> alive = new ConcurrentHashMap<>();
    private final Map<UUID, Ending> ended = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Ending> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /** Brings a resource to life. */
    void start(LocalResource residency) {
        alive.put(residency.name, residency);
        residency.start(end -> bury(residency.name, end));
    }

    private void bury(UUID name, Ending end) {
        synchronized (ended) {
            ended.put(name, end);
        }
        alive.remove(name);
    }

    /** A resource that lives here, or null. */
    LocalResource find(UUID name) {
        return alive.get(name);
    }

    /** How a resource has ended that lived here not too long ago, or null. */
    Ending endingOf(UUID name) {
        synchronized (ended) {
            return ended.get(name);
        }
    }

    Iterable<UUID> names() {
        return alive.keySet();
    }

    /** Ends those that {@code whom} says. */
    void end(Predicate<LocalResource> whom, String why) {
        alive.values().stream().filter(whom).forEach(residency -> residency.end(why));
    }
}
