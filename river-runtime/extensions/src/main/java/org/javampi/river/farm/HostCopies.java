package org.javampi.river.farm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where other hosts have a long object: one VM of each host gets it by message and keeps it in a file, which the VMs
 * beside it read. Any thread may call.
 */
final class HostCopies {
    /** The copy of one host: under way to its keeper while there is no file. */
    private static final class Copy {
        final Driver keeper;
        final List<Driver> waiting = new ArrayList<>();
        String file;

        Copy(Driver keeper) {
            this.keeper = keeper;
        }
    }

    /** How a VM gets the object. */
    enum Way {
        /** By message; it keeps a file for the others. */
        BYTES,
        /** It reads {@link #file}. */
        FILE,
        /** It waits: its driver is told when to ask again. */
        LATER
    }

    private final Map<String, Copy> ofHost = new HashMap<>();

    synchronized Way ask(String host, Driver driver) {
        Copy copy = ofHost.get(host);
        if (copy == null) {
            ofHost.put(host, new Copy(driver));
            return Way.BYTES;
        }
        if (copy.file != null) {
            return Way.FILE;
        }
        if (copy.keeper == driver) {
            // Two messages to one VM: the first is not there yet.
            return Way.LATER;
        }
        copy.waiting.add(driver);
        return Way.LATER;
    }

    synchronized String file(String host) {
        return ofHost.get(host).file;
    }

    /** The keeper has its file: answers those who wait for it. */
    synchronized List<Driver> onKept(String host, Driver keeper, String file) {
        Copy copy = ofHost.get(host);
        if (copy == null || copy.keeper != keeper) {
            return List.of();
        }
        copy.file = file;
        List<Driver> waiting = List.copyOf(copy.waiting);
        copy.waiting.clear();
        return waiting;
    }

    /** The keeper has none, or is gone: answers those who wait for it. The next one to ask is the keeper. */
    synchronized List<Driver> onLost(String host, Driver keeper) {
        Copy copy = ofHost.get(host);
        if (copy == null || copy.keeper != keeper) {
            return List.of();
        }
        ofHost.remove(host);
        return copy.waiting;
    }
}
