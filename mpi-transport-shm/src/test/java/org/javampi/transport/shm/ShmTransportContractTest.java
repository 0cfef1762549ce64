package org.javampi.transport.shm;

import org.javampi.core.spi.transport.TransportProvider;
import org.javampi.core.testing.transport.TransportContract;

final class ShmTransportContractTest extends TransportContract {
    @Override
    protected TransportProvider provider() {
        return new ShmTransportProvider();
    }
}
