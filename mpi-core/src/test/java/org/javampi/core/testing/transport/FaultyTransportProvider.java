package org.javampi.core.testing.transport;

import java.util.ServiceLoader;
import org.javampi.core.spi.transport.Transport;
import org.javampi.core.spi.transport.TransportContext;
import org.javampi.core.spi.transport.TransportProvider;

/**
 * Opens the transport that the setting {@code faulty.inner} names, inside a {@link FaultyTransport}
 * seeded by {@code faulty.seed} and the rank. Never chosen unless the setting {@code transport}
 * asks for it.
 */
public final class FaultyTransportProvider implements TransportProvider {
    /** For {@link ServiceLoader}. */
    public FaultyTransportProvider() {}

    @Override
    public String name() {
        return "faulty";
    }

    @Override
    public int order() {
        return 1000;
    }

    @Override
    public Transport open(TransportContext context) {
        String inner = context.setting("faulty.inner", "shm");
        long seed = Long.parseLong(context.setting("faulty.seed", "1"));
        for (TransportProvider provider : ServiceLoader.load(TransportProvider.class)) {
            if (provider.name().equals(inner)) {
                return new FaultyTransport(provider.open(context), seed * 31 + context.rank());
            }
        }
        throw new IllegalStateException("no transport " + inner + " to make faulty");
    }
}
