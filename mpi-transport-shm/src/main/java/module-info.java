/** The shared-memory transport. */
module org.javampi.transport.shm {
    requires org.javampi.core;
    requires org.javampi.river;
    // For ending mappings at once.
    requires jdk.unsupported;

    provides org.javampi.core.spi.transport.TransportProvider with
            org.javampi.transport.shm.ShmTransportProvider;
}
