package org.javampi;

/**
 * Makes the binding of a program that nobody has attached yet: one started as plain {@code java
 * Prog}, alone or under a foreign launcher. Found by {@link java.util.ServiceLoader}; the runtime
 * provides exactly one.
 */
public interface BindingProvider {
    /** The binding of this VM's only rank, not yet initialised: its MPI_Init does the joining. */
    Binding create();
}
