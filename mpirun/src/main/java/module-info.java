/** javampirun: options, plan, launch, output. */
module org.javampi.mpirun {
    requires org.javampi.checkpoint;
    requires info.picocli;
    requires java.compiler;

    opens org.javampi.mpirun to
            info.picocli;
}
