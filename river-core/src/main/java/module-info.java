/** River: virtual machines that host named virtual resources. */
module org.javampi.river {
    exports org.javampi.river;
    exports org.javampi.river.agent;
    exports org.javampi.river.checkpoint;
    exports org.javampi.river.checkpoint.inspect;
    exports org.javampi.river.control;
    exports org.javampi.river.discovery;
    exports org.javampi.river.job;
    exports org.javampi.river.message;
    exports org.javampi.river.network;
    exports org.javampi.river.resource;
    exports org.javampi.river.slurm;
    exports org.javampi.river.vm;

    uses org.javampi.river.ResidentExtension;
}
