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
    private final Map<UUID, UUID> moved = new ConcurrentHashMap<>();
    private final Map<UUID, Ending> ended = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Ending> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /** Brings a resource to life. */
    void start(LocalResource residency) {
        register(residency);
        begin(residency);
    }

    /** A resource can be found here from now on; messages for it wait. */
    void register(LocalResource residency) {
        alive.put(residency.name, residency);
        moved.remove(residency.name);
    }

    /** A resource that was registered begins. */
    void begin(LocalResource residency) {
        residency.start(end -> bury(residency.name, end));
    }

    /** A resource has ended. */
    void bury(UUID name, Ending end) {
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

    /** All that live here. */
    Iterable<LocalResource> all() {
        return alive.values();
    }

    /** A resource is none of those that live here, for now. */
    void forget(UUID name) {
        alive.remove(name);
    }

    /** A resource lives on another VM from now on. */
    void moved(UUID name, UUID machine) {
        moved.put(name, machine);
        alive.remove(name);
    }

    /** Where a resource lives that has lived here; null when it has not moved. */
    UUID movedTo(UUID name) {
        return moved.get(name);
    }

    Iterable<UUID> names() {
        return alive.keySet();
    }

    /** Ends those that {@code whom} says. */
    void end(Predicate<LocalResource> whom, String why) {
        alive.values().stream().filter(whom).forEach(residency -> residency.end(why));
    }
}
