/** The engine: datatypes, matching, protocols, requests, progress, communicators. */
module org.javampi.core {
    requires transitive org.javampi;
    requires transitive org.javampi.job;
    requires org.javampi.checkpoint;
    // Where a program is frozen that does not help, and not loaded elsewhere.
    requires static org.javampi.continuations;
    requires org.agrona;

    exports org.javampi.core.spi.transport;
    exports org.javampi.core.buffer;
    exports org.javampi.core.datatype;
    exports org.javampi.core.failure;
    exports org.javampi.core.memory;
    exports org.javampi.core.reduce;
    exports org.javampi.core.spi.collective;
    exports org.javampi.core.world;

    uses org.javampi.core.spi.transport.TransportProvider;
    uses org.javampi.core.spi.collective.CollectiveProvider;

    provides org.javampi.core.spi.collective.Rules with
            org.javampi.core.collective.RuntimeRules;
    provides org.javampi.BindingProvider with
            org.javampi.core.attach.AloneProvider;
    provides org.javampi.job.RankExtension with
            org.javampi.core.attach.MpiExtension;
}
