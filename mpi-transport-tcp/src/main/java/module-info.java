/** The TCP transport. */
module org.javampi.transport.tcp {
    requires org.javampi.core;
    requires org.javampi.river;
    requires org.agrona;

    provides org.javampi.core.spi.transport.TransportProvider with
            org.javampi.transport.tcp.TcpTransportProvider;
}
