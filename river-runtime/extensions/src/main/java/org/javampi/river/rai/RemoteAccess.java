package org.javampi.river.rai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.javampi.river.resource.River;
import org.javampi.river.resource.VirtualResource;

/**
 * Exports what others may use, and gives access to what they export. Exports belong to the resource whose thread calls,
 * or outside of resources to this process's VM itself; they end with it.
 */
public final class RemoteAccess {
    /** By resource, or by River for what belongs to the VM itself; goes when these go. */
    private static final Map<Object, Exports> EXPORTS = Collections.synchronizedMap(new WeakHashMap<>());

    private RemoteAccess() {}

    /**
     * Lets others call an object's methods.
     *
     * @param interfaces which; none stands for all that the object implements. Results of these types are not copied, but
     *     come as references, which live as long as the exporter; types of results that the object itself does not
     *     implement may be among them
     */
    public static void export(String n, Object target, Class<?>... interfaces) {
        own().add(n, target, interfaces);
    }

    /** Lets others call a function. */
    public static void exportFunction(String n, RemoteFunction f) {
        own().add(n, f);
    }

    /** Lets others read and set a variable. */
    @SuppressWarnings("unchecked") // what others set is their responsibility, as between any threads
    public static void exportVariable(String n, AtomicReference<?> holder) {
        own().add(n, (AtomicReference<Object>) holder);
    }

    /** Lets others make objects of any class on this VM's class path; off at first. Standard error tells of it. */
    public static void unrestricted() {
        own().unrestrict();
    }

    private static Exports own() {
        VirtualResource resource = River.currentResource();
        if (resource != null) {
            return EXPORTS.computeIfAbsent(resource, key -> new Exports(resource.river(), resource.name()));
        }
        River river = River.current();
        if (river == null) {
            throw new IllegalStateException(
                    "nothing can be exported here: no thread of a resource, and no River is open in this process;"
                            + " River.open() first");
        }
        return EXPORTS.computeIfAbsent(river, key -> new Exports(river, river.id()));
    }

    /** What a resource exports; which name is known and whether it lives is found out by its first use. */
    public static RemoteVr to(UUID resource) {
        River river = River.current();
        return new RemoteResource(river != null ? river : Opened.RIVER, resource);
    }

    /** This process's own part in the River, for programs that have none: opened at first need, for good. */
    private static final class Opened {
        static final River RIVER = open();

        private static River open() {
            try {
                return River.open();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot take part in a River: " + e.getMessage(), e);
            }
        }
    }
}
