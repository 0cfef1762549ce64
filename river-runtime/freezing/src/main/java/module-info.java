/** Resources of a River that know nothing of it are frozen in the middle of a call. */
module org.javampi.freezing {
    requires transitive org.javampi.river;
    requires transitive org.javampi.continuations;

    exports org.javampi.freezing;

    provides org.javampi.river.resource.FreezableClasses.Provider with
            org.javampi.freezing.RewritingProvider;
}
