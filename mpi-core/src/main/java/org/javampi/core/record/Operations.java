package org.javampi.core.record;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.javampi.MPI_Request;

/** The operations that the program holds requests of. One thread. */
final class Operations {
    private final Map<MPI_Request, Operation> all = new IdentityHashMap<>();

    /** Operations with their requests, as they are saved. */
    record Saved(List<MPI_Request> requests, List<Operation> operations) implements Serializable {}

    void put(MPI_Request request, Operation operation) {
        all.put(request, operation);
    }

    /** Null where the request names nothing. */
    Operation of(MPI_Request request) {
        return all.get(request);
    }

    void remove(MPI_Request request) {
        all.remove(request);
    }

    Saved saved() {
        return new Saved(new ArrayList<>(all.keySet()), new ArrayList<>(all.values()));
    }

    /** Goes on with those of an earlier life. */
    void revive(Saved earlier) {
        for (int i = 0; i < earlier.requests.size(); i++) {
            all.put(earlier.requests.get(i), earlier.operations.get(i));
        }
    }
}
