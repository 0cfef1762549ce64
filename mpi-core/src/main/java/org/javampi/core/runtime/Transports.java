package org.javampi.core.runtime;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.javampi.MPI;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.spi.transport.NoRoomException;
import org.javampi.core.spi.transport.Transport;
import org.javampi.core.spi.transport.TransportContext;
import org.javampi.core.spi.transport.TransportProvider;
import org.javampi.job.Providers;

/**
 * Chooses and opens the transports of a rank: those that the setting {@code transport} names, or
 * all there are, the best first, until each peer is reached.
 */
final class Transports {
    static final String SETTING = "transport";

    private Transports() {}

    /** Open transports, best first, together reaching all; none for a rank that is alone, a silent one for one that is replayed. */
    static List<Transport> open(TransportContext context) {
        List<Transport> open = new ArrayList<>();
        if (context.size() == 1) {
            return open;
        }
        if (SilentTransport.NAME.equals(context.setting(SETTING, ""))) {
            return List.of(new SilentTransport());
        }
        for (TransportProvider provider : chosen(context.setting(SETTING, ""))) {
            open.add(open(provider, context));
            if (reachesAll(open, context.size())) {
                // Each peer is talked to over the best that reaches it: the others would only cost.
                break;
            }
        }
        return open;
    }

    private static Transport open(TransportProvider provider, TransportContext context) {
        try {
            return provider.open(context);
        } catch (NoRoomException | UncheckedIOException e) {
            throw new MpiFailure(MPI.MPI_ERR_OTHER, e.getMessage());
        }
    }

    private static boolean reachesAll(List<Transport> open, int size) {
        for (int rank = 0; rank < size; rank++) {
            if (!reaches(open, rank)) {
                return false;
            }
        }
        return true;
    }

    private static boolean reaches(List<Transport> open, int rank) {
        for (Transport transport : open) {
            if (transport.reaches(rank)) {
                return true;
            }
        }
        return false;
    }

    private static List<TransportProvider> chosen(String wanted) {
        Map<String, TransportProvider> known = new TreeMap<>();
        for (TransportProvider provider : Providers.of(TransportProvider.class, Transports.class.getClassLoader())) {
            known.put(provider.name(), provider);
        }
        List<TransportProvider> chosen = new ArrayList<>();
        for (String name : wanted.isBlank() ? known.keySet() : List.of(wanted.split(","))) {
            TransportProvider provider = known.get(name.trim());
            if (provider == null) {
                throw new MpiFailure(
                        MPI.MPI_ERR_OTHER,
                        "transport '" + name.trim() + "' is not on the class path: known are " + known.keySet());
            }
            chosen.add(provider);
        }
        if (chosen.isEmpty()) {
            throw new MpiFailure(
                    MPI.MPI_ERR_OTHER, "no transport is on the class path: add mpi-transport-shm or mpi-transport-tcp");
        }
        chosen.sort((one, other) -> Integer.compare(one.order(), other.order()));
        return chosen;
    }
}
