package org.javampi.river.farm;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.javampi.river.discovery.RiverVm;
import org.javampi.river.message.LostException;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.resource.DeploymentException;
import org.javampi.river.resource.RequestException;
import org.javampi.river.resource.River;
import org.javampi.river.resource.RiverOptions;

/** The place of a VM that a {@link Keeper} has started beside a leased one. */
final class KeptStation implements Station {
    private final River river;
    private final LeasedStation host;
    private final UUID keeper;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile RiverVm vm;

    /** Starts keeper and VM. */
    KeptStation(River river, LeasedStation host, List<String> jvmOptions) throws IOException, InterruptedException {
        this.river = river;
        this.host = host;
        try {
            keeper = river.deploy(host.vm(), Keeper.class, river.id(), jvmOptions);
        } catch (LostException | DeploymentException e) {
            throw new IOException(e.getMessage(), e);
        }
        start();
    }

    private void start() throws IOException, InterruptedException {
        vm = river.find(RiverOptions.endpoint(ask("start").getString("endpoint"), "VM"));
    }

    private RiverMessage ask(String what) throws IOException, InterruptedException {
        try {
            // It serves from its first moment on, but perhaps not in the moment of its deployment.
            while (true) {
                try {
                    return river.request(keeper, Keeper.SERVICE, Map.of("do", what))
                            .get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof RequestException refusal) || !refusal.isServiceMissing()) {
                        throw e;
                    }
                    Thread.sleep(10);
                }
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        } catch (LostException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public RiverVm vm() {
        return vm;
    }

    @Override
    public String ending() {
        try {
            return ask("ending").getString("text");
        } catch (IOException e) {
            return "its parent is gone, too: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "how it has ended is not known";
        }
    }

    @Override
    public void kill() {
        try {
            ask("kill");
        } catch (IOException e) {
            // Its parent is gone, and the VM with it.
            close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean renew() throws IOException, InterruptedException {
        if (closed.get()) {
            return false;
        }
        start();
        return true;
    }

    /** Ends keeper and VM, waits until both are gone, and gives the leased VM back. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            river.end(keeper);
            while (river.ask(host.id(), Map.of("ask", "state"))
                    .getList("resources")
                    .contains(keeper)) {
                Thread.sleep(10);
            }
        } catch (LostException e) {
            // The VM is gone with all that it has started.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            host.close();
        }
    }
}
