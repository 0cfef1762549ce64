/** Collective algorithms. */
module org.javampi.collectives {
    requires transitive org.javampi;
    requires transitive org.javampi.core;

    provides org.javampi.core.spi.collective.CollectiveProvider with
            org.javampi.collectives.BuiltInCollectives;
}
