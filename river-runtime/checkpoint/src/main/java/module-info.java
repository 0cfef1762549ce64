/** Coordinated checkpoints: coordinator, freeze points, files, and a viewer of them. */
module org.javampi.checkpoint {
    requires transitive org.javampi.job;

    exports org.javampi.checkpoint;
    exports org.javampi.checkpoint.log;
    exports org.javampi.checkpoint.viewer;
}
