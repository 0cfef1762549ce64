/** Records the MPI calls of a run, and shows them. */
module org.javampi.trace {
    requires transitive org.javampi;
    requires org.javampi.pages;

    exports org.javampi.trace;
}
