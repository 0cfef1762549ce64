/** The engine: datatypes, matching, protocols, requests, progress, communicators. */
module org.javampi.core {
    requires transitive org.javampi;
    requires org.javampi.river;
    requires org.agrona;

    exports org.javampi.core.spi.transport;
}
