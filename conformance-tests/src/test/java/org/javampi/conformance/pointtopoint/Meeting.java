package org.javampi.conformance.pointtopoint;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Lets ranks of one VM wait for each other without MPI. */
final class Meeting {
    private static final ConcurrentHashMap<String, Semaphore> PLACES = new ConcurrentHashMap<>();

    private Meeting() {}

    static void reach(String place) {
        PLACES.computeIfAbsent(place, p -> new Semaphore(0)).release();
    }

    static void await(String place) throws InterruptedException {
        PLACES.computeIfAbsent(place, p -> new Semaphore(0)).acquire();
    }
}
