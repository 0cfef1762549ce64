package org.javampi.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.javampi.core.spi.transport.Transport;
import org.javampi.core.spi.transport.TransportProvider;
import org.javampi.core.testing.transport.TransportContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TcpTransportContractTest extends TransportContract {
    @Override
    protected TransportProvider provider() {
        return new TcpTransportProvider();
    }

    /** Whichever connects first, and also when both do so at the same moment. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void shouldNeedOneConnectionForEachPair(int size) throws Exception {
        for (int round = 0; round < 30; round++) {
            for (Transport transport : talk(size)) {
                assertEquals(size - 1, ((TcpTransport) transport).connections(), "round " + round);
            }
        }
    }
}
