/** The shared-memory transport. */
module org.javampi.transport.shm {
    requires org.javampi.core;

    provides org.javampi.core.spi.transport.TransportProvider with
            org.javampi.transport.shm.ShmTransportProvider;
}
