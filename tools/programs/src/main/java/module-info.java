/** Programs over the facade: the tuner and the verifier of collective algorithms. */
module org.javampi.tools {
    requires transitive org.javampi;
    requires transitive org.javampi.core;

    exports org.javampi.collectives.draw;
    exports org.javampi.collectives.tune;
    exports org.javampi.collectives.verify;

    uses org.javampi.core.spi.collective.CollectiveProvider;
    uses org.javampi.core.spi.collective.Rules;
}
