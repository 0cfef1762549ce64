/** Collective algorithms. */
module org.javampi.collectives {
    requires transitive org.javampi;
    requires org.javampi.core;

    exports org.javampi.collectives.verify;

    provides org.javampi.core.spi.collective.CollectiveProvider with
            org.javampi.collectives.BuiltInCollectives;
}
