/** Systems that stand on River: task farms and what is like them. */
module org.javampi.river.extensions {
    requires transitive org.javampi.river;
    requires jdk.httpserver;
    requires transitive jdk.jshell;

    exports org.javampi.river.nws;
    exports org.javampi.river.farm;
    exports org.javampi.river.mapreduce;
    exports org.javampi.river.parallel;
    exports org.javampi.river.parallel.engine;
    exports org.javampi.river.rai;
    exports org.javampi.river.sleigh;
    exports org.javampi.river.tasks;
    exports org.javampi.river.trickle;

    uses org.javampi.river.parallel.engine.EngineProvider;
}
