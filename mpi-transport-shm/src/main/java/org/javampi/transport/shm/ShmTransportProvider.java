package org.javampi.transport.shm;

import org.javampi.core.spi.transport.Transport;
import org.javampi.core.spi.transport.TransportContext;
import org.javampi.core.spi.transport.TransportProvider;

/** Connects the ranks of one host through rings in a mapped file. */
public final class ShmTransportProvider implements TransportProvider {
    /** For {@link java.util.ServiceLoader}. */
    public ShmTransportProvider() {}

    @Override
    public String name() {
        return ShmTransport.NAME;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Transport open(TransportContext context) {
        return ShmTransport.open(context);
    }
}
