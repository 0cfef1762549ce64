/** Collective algorithms. */
module org.javampi.collectives {
    requires transitive org.javampi;
    requires transitive org.javampi.core;

    exports org.javampi.collectives.tune;
    exports org.javampi.collectives.verify;

    uses org.javampi.core.spi.collective.CollectiveProvider;
    uses org.javampi.core.spi.collective.Rules;

    provides org.javampi.core.spi.collective.CollectiveProvider with
            org.javampi.collectives.BuiltInCollectives;
}
