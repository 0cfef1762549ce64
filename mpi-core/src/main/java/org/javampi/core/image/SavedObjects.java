package org.javampi.core.image;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a checkpoint has under names that the program has not registered yet. It stays on disk until then: the program
 * makes its objects anew, and an object of which both were in memory would need twice the room that it had when it
 * was saved. One thread at a time.
 *
 * <p>The objects follow each other in one stream, so that what is before an object is read with it.
 */
public final class SavedObjects implements Closeable {
    private final ImageInput in;
    private final Closeable file;

    /** Classes by names, in the order of the stream. */
    private final Map<String, String> classes;

    /** Names of those that are on disk, in that order. */
    private final Deque<String> onDisk;

    private final Map<String, Object> inMemory = new LinkedHashMap<>();

    /** What the program has registered in place of those that were read. */
    private final Map<Object, Object> given = new IdentityHashMap<>();

    /**
     * Those that follow in a stream.
     *
     * @param names names of their classes, by their own names, in the order of the stream
     * @param in stands before the first
     * @param file is closed when all are in memory
     */
    public SavedObjects(Map<String, String> names, ImageInput in, Closeable file) {
        this.in = in;
        this.file = file;
        classes = names;
        onDisk = new ArrayDeque<>(names.keySet());
    }

    /** None. */
    public static SavedObjects none() {
        return new SavedObjects(Map.of(), null, () -> {});
    }

    /**
     * What was saved under a name, which is no longer here then. An object of the same class that the program has
     * made loses its content before: that of the saved one takes its room. A primitive array is read in place.
     *
     * @param object what the program has under that name
     * @return {@code object} itself if it has got the content already; null for a name that is not here
     * @throws IOException when it cannot be read
     */
    public Object take(String name, Object object) throws IOException, ClassNotFoundException {
        if (!inMemory.containsKey(name) && !onDisk.contains(name)) {
            return null;
        }
        if (object.getClass().getName().equals(classes.get(name))) {
            Refill.clear(object);
        }
        while (!inMemory.containsKey(name)) {
            readNext(onDisk.getFirst().equals(name) ? object : null);
        }
        return inMemory.remove(name);
    }

    /** The program has {@code object} where it had {@code saved}: all that is here, and comes, refers to that one. */
    public void replace(Object saved, Object object) {
        if (saved != object) {
            inMemory.values().forEach(other -> Refill.substitute(other, saved, object));
            if (!onDisk.isEmpty()) {
                given.put(saved, object);
            }
        }
    }

    /**
     * All that is left, in memory.
     *
     * @throws IOException when it cannot be read
     */
    public Map<String, Object> all() throws IOException, ClassNotFoundException {
        while (!onDisk.isEmpty()) {
            readNext(null);
        }
        return inMemory;
    }

    private void readNext(Object target) throws IOException, ClassNotFoundException {
        // A file closes itself when the thread that reads it is interrupted, or was before.
        boolean interrupted = Thread.interrupted();
        try {
            Object read = target == null ? in.readObject() : in.readInto(target);
            given.forEach((saved, object) -> Refill.substitute(read, saved, object));
            inMemory.put(onDisk.removeFirst(), read);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        if (onDisk.isEmpty()) {
            given.clear();
            close();
        }
    }

    /** Those on disk cannot be had any more. */
    @Override
    public void close() throws IOException {
        onDisk.clear();
        file.close();
    }
}
