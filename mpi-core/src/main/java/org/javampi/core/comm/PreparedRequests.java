package org.javampi.core.comm;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.javampi.core.engine.PendingOperation;

/** The persistent requests on a communicator that are not freed, for reports; beyond the first ones, these need none. */
public final class PreparedRequests {
    private static final int MOST = 256;

    private final Set<Prepared> requests = new LinkedHashSet<>();

    PreparedRequests() {}

    /** Notes a request until it is freed. */
    public synchronized void note(Prepared request) {
        if (requests.size() < MOST) {
            requests.add(request);
        }
    }

    /** A request has been freed. */
    public synchronized void forget(Prepared request) {
        requests.remove(request);
    }

    /** What those that are not started would do. */
    public synchronized List<PendingOperation> idle() {
        return requests.stream().map(Prepared::idle).filter(Objects::nonNull).toList();
    }
}
