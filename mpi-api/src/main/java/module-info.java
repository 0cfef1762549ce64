/** MPI-1.2 for Java: the facade, its handles, and what a runtime and a tool implement. */
module org.javampi {
    exports org.javampi;

    uses org.javampi.BindingProvider;
    uses org.javampi.Tool;
}
