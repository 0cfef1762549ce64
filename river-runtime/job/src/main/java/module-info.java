/** A job's control plane: control messages, host agents, JVMs that host ranks, Slurm steps. */
module org.javampi.job {
    requires transitive org.javampi.river;
    requires jdk.net;
    requires jdk.unsupported;

    exports org.javampi.job;
    exports org.javampi.job.agent;
    exports org.javampi.job.control;
    exports org.javampi.job.foreign;
    exports org.javampi.job.hang;
    exports org.javampi.job.river;
    exports org.javampi.job.slurm;
    exports org.javampi.job.vm;

    uses org.javampi.job.RankExtension;
    uses org.javampi.job.RankGuest;
}
