/** Ranks of a job as engines, and a prompt for them. */
module org.javampi.console {
    requires transitive org.javampi.job;
    requires transitive org.javampi.river.extensions;
    requires jdk.jshell;

    exports org.javampi.console;
    exports org.javampi.console.rank;

    provides org.javampi.job.RankGuest with
            org.javampi.console.rank.RankEngine;
    provides org.javampi.river.parallel.engine.EngineProvider with
            org.javampi.console.job.JobEngines;
}
