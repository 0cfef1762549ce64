package org.javampi.river.resource;

import java.util.List;
import org.javampi.river.discovery.RiverVm;

/**
 * VMs that are leased to this one: nobody else can deploy there. The lease ends with {@link
 * #close}, or when this VM is gone, however that happens; what it has deployed there is ended then.
 */
public final class Allocation implements AutoCloseable {
    private final River river;
    private final List<RiverVm> vms;

    Allocation(River river, List<RiverVm> vms) {
        this.river = river;
        this.vms = List.copyOf(vms);
    }

    /** The VMs, in no certain order. */
    public List<RiverVm> vms() {
        return vms;
    }

    /** Gives the VMs back; one that is gone is none to give back. */
    @Override
    public void close() {
        vms.forEach(river::release);
    }
}
