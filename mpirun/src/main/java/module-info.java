/** javampirun: options, plan, launch, output. */
module org.javampi.mpirun {
    requires org.javampi.checkpoint;
    requires org.javampi.console;
    requires org.javampi.continuations;
    requires org.javampi.freezing;
    requires org.javampi.river.extensions;
    requires info.picocli;
    requires java.compiler;
    requires jdk.compiler;

    opens org.javampi.mpirun.cli to
            info.picocli;
    opens org.javampi.mpirun.commands to
            info.picocli;
}
