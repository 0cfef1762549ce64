package org.javampi.river.farm;

import java.util.UUID;
import org.javampi.river.discovery.RiverVm;

/** A VM that works for a farm. */
public interface Worker {
    /** Counted from 0 in the order in which the farm got its VMs; never used again. */
    int number();

    /** The VM: another one after it was started anew. */
    RiverVm vm();

    /** The resource that runs the tasks there: what a task exports or serves belongs to it. */
    UUID resource();

    /** Whether the farm has it still. */
    boolean isAlive();

    /** Its host, the beginning of its name, and its process, for people: {@code box/4f1e2a3b (pid 71)}. */
    default String describe() {
        RiverVm vm = vm();
        return vm.peer().host() + "/" + vm.id().toString().substring(0, 8) + " (pid "
                + vm.peer().pid() + ")";
    }

    /** How its VM, which is gone, has ended and what it has printed last, as far as can be known here. */
    String ending();
}
