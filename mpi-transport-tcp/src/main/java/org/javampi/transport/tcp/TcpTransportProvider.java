package org.javampi.transport.tcp;

import org.javampi.core.spi.transport.Transport;
import org.javampi.core.spi.transport.TransportContext;
import org.javampi.core.spi.transport.TransportProvider;

/** Connects ranks anywhere through TCP. */
public final class TcpTransportProvider implements TransportProvider {
    /** For {@link java.util.ServiceLoader}. */
    public TcpTransportProvider() {}

    @Override
    public String name() {
        return TcpTransport.NAME;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Transport open(TransportContext context) {
        return TcpTransport.open(context);
    }
}
