/** Package mpi: programs written for mpiJava, MPJ Express, FastMPJ and Open MPI's Java bindings. */
module org.javampi.compat {
    requires transitive org.javampi;

    exports mpi;
    exports mpjbuf;
    exports mpjdev;
    exports mpjdev.javampjdev;
    exports xdev;
}
