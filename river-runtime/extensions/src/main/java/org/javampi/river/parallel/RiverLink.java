package org.javampi.river.parallel;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.javampi.river.discovery.RiverVm;
import org.javampi.river.farm.Crew;
import org.javampi.river.farm.Worker;
import org.javampi.river.message.LostException;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.parallel.engine.Engine;
import org.javampi.river.parallel.engine.EngineLink;
import org.javampi.river.resource.VirtualResource;

/** Engines on VMs of a River: a resource on each, and one here that hears them. */
final class RiverLink implements EngineLink {
    private static final String MESSAGE = "engine";

    private final Crew crew;
    private static final String REMEDY =
            "\n    What to do: look there why it has ended; Engines.connect takes or starts others";

    private final List<RiverVm> vms = new ArrayList<>();
    private final List<Worker> workers = new ArrayList<>();
    private final Here here = new Here();
    private final CompletableFuture<Void> deployed = new CompletableFuture<>();
    private final List<UUID> engines = new ArrayList<>();
    private volatile Listener listener;
    private volatile boolean closed;

    private RiverLink(Crew crew) {
        this.crew = crew;
    }

    /** Leases free VMs, and starts on this host what is missing. */
    static RiverLink connect(int count) {
        Crew crew = Crew.open();
        boolean done = false;
        try {
            int found = crew.recruit(count, count, Duration.ZERO);
            if (found < count) {
                System.err.println(
                        "[engines: found " + found + " free VMs, starting " + (count - found) + " on this host]");
                crew.start(count - found, false, List.of());
            }
            RiverLink link = new RiverLink(crew);
            for (Worker worker : crew.farm().workers()) {
                link.vms.add(worker.vm());
                link.workers.add(worker);
            }
            crew.river().start(link.here, link);
            link.deployed.get();
            done = true;
            return link;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("interrupted while VMs were looked for", e);
        } catch (ExecutionException e) {
            throw new EngineException("no engine on a VM: " + e.getCause().getMessage(), e.getCause());
        } finally {
            if (!done) {
                crew.close();
            }
        }
    }

    @Override
    public int size() {
        return vms.size();
    }

    @Override
    public String describe(int engine) {
        RiverVm vm = vms.get(engine);
        return vm.peer().host() + "/" + vm.id().toString().substring(0, 8) + " pid "
                + vm.peer().pid();
    }

    @Override
    public void listen(Listener newListener) {
        listener = newListener;
    }

    @Override
    public void send(int engine, byte[] message) throws IOException {
        try {
            here.tell(engines.get(engine), message);
        } catch (LostException e) {
            throw new IOException(why(engine, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while an engine was sent something", e);
        }
    }

    private String why(int engine, LostException e) {
        return e.getMessage() + "; " + workers.get(engine).ending() + REMEDY;
    }

    @Override
    public void close() {
        closed = true;
        crew.close();
    }

    /** Hears the engines. */
    static final class Here extends VirtualResource {
        private RiverLink link;

        @Override
        protected void run() throws Exception {
            link = (RiverLink) arguments().get(0);
            try {
                for (int i = 0; i < link.vms.size(); i++) {
                    link.engines.add(deploy(link.vms.get(i), There.class, i, link.vms.size()));
                }
            } catch (Exception e) {
                link.deployed.completeExceptionally(e);
                throw e;
            }
            link.deployed.complete(null);
            while (true) {
                try {
                    RiverMessage message = recv();
                    int engine = link.engines.indexOf(message.source());
                    if (engine >= 0 && link.listener != null) {
                        link.listener.onMessage(engine, message.getBytes(MESSAGE));
                    }
                } catch (LostException e) {
                    hearOf(e);
                }
            }
        }

        private void hearOf(LostException e) {
            for (int i = 0; i < link.engines.size(); i++) {
                boolean its = link.engines.get(i).equals(e.resource())
                        || link.vms.get(i).id().equals(e.resource());
                if (its && !link.closed && link.listener != null) {
                    link.listener.onLost(i, link.why(i, e));
                }
            }
        }

        void tell(UUID engine, byte[] message) throws InterruptedException {
            send(engine, Map.of(MESSAGE, message));
        }
    }

    /** Has an engine. */
    static final class There extends VirtualResource {
        @Override
        protected void run() throws Exception {
            int number = (Integer) arguments().get(0);
            int size = (Integer) arguments().get(1);
            Engine engine = new Engine(
                    number,
                    size,
                    There.class.getClassLoader(),
                    Thread.currentThread().getThreadGroup(),
                    Map.of(),
                    this::answer,
                    () -> {});
            engine.start();
            try {
                while (true) {
                    engine.onMessage(recv().getBytes(MESSAGE));
                }
            } finally {
                engine.close();
            }
        }

        private void answer(byte[] message) {
            try {
                send(parent(), Map.of(MESSAGE, message));
            } catch (LostException e) {
                // The River ends this resource, whose caller is gone.
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
