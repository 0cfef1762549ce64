package org.javampi.transport.tcp;

import org.javampi.core.spi.transport.TransportProvider;
import org.javampi.core.testing.transport.TransportContract;

final class TcpTransportContractTest extends TransportContract {
    @Override
    protected TransportProvider provider() {
        return new TcpTransportProvider();
    }
}
