package org.javampi.river.farm;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.javampi.river.discovery.RiverVm;
import org.javampi.river.message.LostException;
import org.javampi.river.resource.Allocation;
import org.javampi.river.resource.DeploymentException;
import org.javampi.river.resource.River;
import org.javampi.river.resource.VirtualResource;

/** The place of a VM that was found and leased. */
final class LeasedStation implements Station {
    private final River river;
    private final RiverVm vm;
    private final Allocation lease;
    private final AtomicBoolean closed = new AtomicBoolean();

    LeasedStation(River river, RiverVm vm, Allocation lease) {
        this.river = river;
        this.vm = vm;
        this.lease = lease;
    }

    /** Ends the VM that it is deployed on. */
    static final class Halt extends VirtualResource {
        /** As of a process that was killed. */
        private static final int STATUS = 137;

        @Override
        protected void run() {
            Runtime.getRuntime().halt(STATUS);
        }
    }

    @Override
    public RiverVm vm() {
        return vm;
    }

    UUID id() {
        return vm.id();
    }

    @Override
    public String ending() {
        return "it is no child of this program, so that its exit status is not known here; its own terminal or log has"
                + " its last lines";
    }

    @Override
    public void kill() {
        try {
            river.deploy(vm, Halt.class);
        } catch (LostException | DeploymentException e) {
            // It is gone, which is what was wanted, or is not this River's any more.
            close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean renew() {
        return false;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            lease.close();
        }
    }
}
