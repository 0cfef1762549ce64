package org.javampi.job;

/**
 * What a kind of resource needs before its program runs in a VM: MPI attaches its facade here.
 * Found by {@link java.util.ServiceLoader} in the VM's own class loader.
 */
public interface RankExtension {
    /**
     * Called in the resource's main thread before its {@code main}.
     *
     * @param rankHost what the VM gives the resource
     * @param programLoader loads the program's classes: the VM's own loader, or one per resource
     *     when the VM hosts several
     * @param shared whether other resources live in this VM
     * @throws Exception when the resource cannot start; the job then ends with the message
     */
    void attach(RankHost rankHost, ClassLoader programLoader, boolean shared) throws Exception;

    /**
     * What runs the program of a resource, asked before {@link #attach}.
     *
     * @return null where its main is simply called
     */
    default ProgramCarrier carrier(RankHost rankHost) {
        return null;
    }

    /**
     * Names of classes that a resource's own loader must define anew instead of asking its parent.
     */
    Iterable<String> classesPerResource();
}
