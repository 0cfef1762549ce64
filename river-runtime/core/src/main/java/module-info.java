/** River: named resources on nodes that find each other. */
module org.javampi.river {
    exports org.javampi.river.discovery;
    exports org.javampi.river.message;
    exports org.javampi.river.network;
    exports org.javampi.river.platform;
    exports org.javampi.river.resource;
    exports org.javampi.river.trust;

    uses org.javampi.river.resource.FreezableClasses.Provider;
}
