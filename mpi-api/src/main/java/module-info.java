/** MPI-1.2 for Java: the facade, its handles, and what a runtime and a tool implement. */
module org.javampi {
    exports org.javampi;
    exports org.javampi.spi;
    exports org.javampi.tool;

    uses org.javampi.spi.BindingProvider;
    uses org.javampi.tool.Tool;
}
