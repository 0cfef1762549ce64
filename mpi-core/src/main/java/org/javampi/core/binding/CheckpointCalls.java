package org.javampi.core.binding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.javampi.CheckpointListener;
import org.javampi.Checkpoints;
import org.javampi.checkpoint.CallGate;
import org.javampi.checkpoint.Fault;
import org.javampi.checkpoint.Freezable;
import org.javampi.checkpoint.FreezePoint;
import org.javampi.checkpoint.PartOutput;
import org.javampi.core.buffer.Block;
import org.javampi.core.comm.Communicator;
import org.javampi.core.engine.Awaited;
import org.javampi.core.engine.Engine;
import org.javampi.core.engine.WaitDescription;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.image.FrozenProgram;
import org.javampi.core.image.ImageOutput;
import org.javampi.core.image.Refill;
import org.javampi.core.image.RestartMemory;
import org.javampi.core.image.RestorableClasses;
import org.javampi.core.image.SavedObjects;
import org.javampi.core.image.SpareMemory;
import org.javampi.core.runtime.Rank;
import org.javampi.job.RankHost;

/** Checkpoint and restart of one rank; see {@link org.javampi.Checkpoint}. */
abstract class CheckpointCalls extends LargeCollectiveCalls {
    private final Station station = new Station();

    CheckpointCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    @Override
    public final Checkpoints checkpoints() {
        return station;
    }

    @Override
    final void begin(Rank joined) {
        station.begin(joined);
    }

    /** The rank will pass no further point. */
    final void leaveStation() {
        station.leave();
    }

    /**
     * The program does not help: it is frozen in any call. Called before the rank joins.
     *
     * @param program saves and revives its frames and objects
     */
    public final void freezeAnywhere(FrozenProgram program) {
        station.program = program;
    }

    /** A layer has something to be saved with the rank. Called before the rank joins. */
    public final void saveWith(SavedLayer layer) {
        station.layer = layer;
    }

    /** Whether a checkpoint has objects that the program has yet to register. */
    public final boolean awaitsRegistration() {
        return station.awaitsRegistration();
    }

    /** Where a program stands that does not help; once the rank has joined. */
    public final CallGate gate() {
        return station.gate;
    }

    /**
     * Stands, as the gate has asked, with the program's frames as objects.
     *
     * @return whether a checkpoint was taken
     */
    public final boolean standAtCall() {
        return station.point.standAtCall();
    }

    /**
     * Waits until {@code awaited} is over or the rank is to stand.
     *
     * @return whether {@code awaited} is over
     */
    final boolean awaitUnlessStopped(Awaited awaited) {
        engine().await(orStopped(awaited));
        return awaited.isOver();
    }

    /** What is over when {@code awaited} is, or when the rank is to stand. */
    final Awaited orStopped(Awaited awaited) {
        return station.new OrStopped(awaited);
    }

    /** The rank as something that can be frozen, and what the program has told it. */
    private final class Station implements Checkpoints, Freezable {
        private final Map<String, Object> objects = new LinkedHashMap<>();
        private final List<CheckpointListener> listeners = new ArrayList<>();
        private final SpareMemory spare = new SpareMemory(PartOutput.BLOCK_BYTES);

        /** What a checkpoint had under names that the program has not registered yet. */
        private SavedObjects saved = SavedObjects.none();

        /** Where that is. */
        private Path savedIn;

        private RankImage origin;

        /** The places of its operations' data: {@link Block}s. */
        private List<Object> blocks = List.of();

        private FreezePoint point;
        private boolean enabled;

        /** Null when there are neither checkpoints nor a restart. */
        private RestorableClasses restorable;

        /** The user has been told that a restart needs more memory. */
        private boolean warned;

        /** Points passed while nobody can ask the rank to stand. */
        private long passedAlone;

        /** One that does not help, or null. */
        private FrozenProgram program;

        private CallGate gate;

        /** Saved with the rank; or null. */
        private SavedLayer layer;

        private boolean stood;
        private final Runnable before = () -> {
            stood = true;
            listeners().forEach(CheckpointListener::before);
        };
        private volatile Thread waiter;

        // ---- Life

        void begin(Rank joined) {
            RankHost rankHost = joined.rankHost();
            String from = rankHost.setting("restart.from");
            enabled = rankHost.setting("checkpoint.dir") != null;
            if (enabled || from != null) {
                String listed = rankHost.setting("checkpoint.classes");
                restorable = RestorableClasses.of(
                        Thread.currentThread().getContextClassLoader(),
                        rankHost.mainClass(),
                        listed == null ? "" : listed);
            }
            long passed = 0;
            if (from != null) {
                passed = revive(joined, Path.of(from));
            }
            String every = rankHost.setting("checkpoint.every.points");
            int rank = rankHost.rank();
            point = new FreezePoint(
                    rank,
                    this,
                    passed,
                    every == null || !enabled ? 0 : Long.parseLong(every),
                    new Fault(Integer.toString(rank), rankHost.setting(Fault.SETTING)),
                    rankHost::report);
            if (program != null) {
                gate = new CallGate(rankHost::report, this, () -> groups(joined));
                point.standAtCallsOf(gate);
            }
            rankHost.onOrders(point::onOrder);
            rankHost.onRegistered(this::registered);
            if (layer != null) {
                layer.onJoined(origin == null ? null : origin.layer());
            }
        }

        synchronized boolean awaitsRegistration() {
            return origin != null
                    && !objects.keySet().containsAll(origin.names().keySet());
        }

        private static long[] groups(Rank joined) {
            return joined.shared().communicators().stream()
                    .mapToLong(Communicator::contextId)
                    .toArray();
        }

        private long revive(Rank joined, Path epoch) {
            Path file = epoch.resolve(FreezePoint.partName(joined.rankHost().rank()));
            savedIn = file;
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            ImageFile.Revived revived = ImageFile.read(file, joined, loader, restorable, program);
            origin = revived.image();
            blocks = revived.noted();
            CheckpointCalls.this.revive(origin.keyvals());
            errorCodes.revive(origin.errorCodes());
            CheckpointCalls.this.revive(origin.datatypeNotes());
            CheckpointCalls.this.revive(origin.addresses());
            CheckpointCalls.this.revive(origin.elapsedNs(), origin.errorHandlerReferences());
            saved = revived.objects();
            objects.forEach(this::fill);
            return origin.point();
        }

        private synchronized Map<String, Object> registered() {
            return new LinkedHashMap<>(objects);
        }

        synchronized void leave() {
            if (enabled) {
                point.leave();
            }
            try {
                saved.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot close " + savedIn, e);
            }
        }

        // ---- What the program says

        @Override
        public synchronized <T> T register(String name, T object) {
            if (name == null || object == null) {
                throw new IllegalArgumentException(
                        "Checkpoint.register needs a name and an object, not " + name + " and " + object);
            }
            if (objects.containsKey(name)) {
                throw new IllegalArgumentException("an object is registered as '" + name + "' already");
            }
            try {
                fill(name, object);
            } catch (MpiFailure failure) {
                raise(null, "Checkpoint", failure);
            }
            objects.put(name, object);
            if (object instanceof CheckpointListener listener) {
                listeners.add(listener);
            }
            return object;
        }

        private void fill(String name, Object object) {
            Object before;
            try {
                before = saved.take(name, object);
            } catch (IOException | ClassNotFoundException e) {
                throw ImageFile.unreadable(rank().rankHost().rank(), savedIn, e);
            }
            if (before == null) {
                return;
            }
            if (before != object) {
                if (object.getClass().isArray()) {
                    // A message that comes in meanwhile would be lost with the old array.
                    engine().quiescence().exclusively(() -> replaceArray(name, before, object));
                } else {
                    Refill.copy(name, before, object);
                }
                saved.replace(before, object);
                objects.values().forEach(other -> Refill.substitute(other, before, object));
                Refill.substitute(object, before, object);
            }
            if (object instanceof CheckpointListener listener) {
                listener.restarted();
            }
        }

        private void replaceArray(String name, Object before, Object array) {
            Refill.copy(name, before, array);
            blocks.forEach(block -> ((Block) block).rebase(before, array));
            engine().attachedBuffer().rebase(before, array);
            addresses().rebase(before, array);
        }

        @Override
        public synchronized void unregister(String name) {
            Object object = objects.remove(name);
            if (object == null) {
                throw new IllegalArgumentException("no object is registered as '" + name + "'");
            }
            listeners.remove(object);
        }

        @Override
        public synchronized void listen(CheckpointListener listener) {
            listeners.add(listener);
            if (isRestarted()) {
                listener.restarted();
            }
        }

        @Override
        public boolean isRestarted() {
            return origin != null;
        }

        @Override
        public long passed() {
            rank();
            return point.passed() + passedAlone;
        }

        @Override
        public void request() {
            rank();
            if (enabled) {
                point.want();
            }
        }

        @Override
        public boolean pass(boolean due) {
            try {
                rank();
                if (!enabled || program != null) {
                    passedAlone++;
                    return false;
                }
                stood = false;
                boolean taken = point.pass(due, before);
                if (stood) {
                    listeners().forEach(listener -> listener.after(taken));
                }
                return taken;
            } catch (MpiFailure failure) {
                raise(null, "Checkpoint", failure);
                return false;
            }
        }

        private synchronized List<CheckpointListener> listeners() {
            return List.copyOf(listeners);
        }

        // ---- Frozen

        @Override
        public String unrest() {
            return engine().quiescence().unrest();
        }

        @Override
        public long[] frameCounts() {
            return engine().quiescence().frameCounts();
        }

        @Override
        public void await(BooleanSupplier over) {
            Engine engine = engine();
            engine.await(new Awaited() {
                @Override
                public boolean isOver() {
                    return over.getAsBoolean();
                }

                @Override
                public void setWaiter(Thread thread) {
                    waiter = thread;
                }
            });
        }

        private final class OrStopped implements Awaited {
            private final Awaited awaited;

            OrStopped(Awaited awaited) {
                this.awaited = awaited;
            }

            @Override
            public boolean isOver() {
                return awaited.isOver() || gate.isStopWanted();
            }

            @Override
            public void setWaiter(Thread thread) {
                awaited.setWaiter(thread);
                waiter = thread;
            }

            @Override
            public boolean isUntold() {
                return awaited.isUntold();
            }

            @Override
            public void describe(WaitDescription description) {
                awaited.describe(description);
            }
        }

        @Override
        public void nudge() {
            Thread thread = waiter;
            if (thread != null) {
                engine().nudge();
                LockSupport.unpark(thread);
            }
        }

        @Override
        public synchronized Freezable.Image capture(long epoch) throws Unsavable {
            // What was printed up to here comes out, whatever becomes of this process.
            System.out.flush();
            System.err.flush();
            Rank rank = rank();
            RankHost rankHost = rank.rankHost();
            // Objects of an earlier life that the program has not asked for yet are not lost.
            Map<String, Object> all = unregistered();
            all.putAll(objects);
            Map<String, String> names = new LinkedHashMap<>();
            all.forEach((name, object) -> names.put(name, object.getClass().getName()));
            List<Communicator> communicators = new ArrayList<>(rank.shared().communicators());
            // Cannot be saved, and their own writing says why.
            communicators.addAll(rank.shared().unfinished());
            RankImage image = new RankImage(
                    point.passed(),
                    names,
                    rank.engine().quiescence().image(),
                    rank.world(),
                    rank.self(),
                    communicators,
                    rank.shared().nextContext(),
                    keyvals(),
                    addresses(),
                    predefinedReferences(),
                    errorCodes.users(),
                    datatypeNotes(),
                    elapsedNs(),
                    layer == null ? null : layer.state());
            String about = "rank="
                    + rankHost.rank()
                    + "\nname="
                    + rankHost.resource()
                    + "\nincarnation="
                    + rankHost.incarnation()
                    + "\npoint="
                    + point.passed()
                    + "\n"
                    + ImageOutput.NOTATION;
            ImageFile file = ImageFile.of(image, all, about, spare, restorable, program);
            warnOfRestart(rankHost.rank(), file);
            if (layer != null) {
                layer.onCaptured(epoch);
            }
            return file;
        }

        /** What of an earlier life the program has not asked for yet. */
        private Map<String, Object> unregistered() throws Unsavable {
            try {
                return new LinkedHashMap<>(saved.all());
            } catch (IOException | ClassNotFoundException e) {
                throw new Unsavable(
                        "what the program has not registered yet cannot be read from " + savedIn + ": " + e, e);
            }
        }

        /** Once: later it is too late to give more memory to what was saved. */
        private void warnOfRestart(int rank, ImageFile file) {
            String warning = warned
                    ? null
                    : RestartMemory.warning(
                            rank,
                            file.byteCount(),
                            file.heldBytes(),
                            Runtime.getRuntime().maxMemory());
            if (warning != null) {
                warned = true;
                System.err.println(warning);
            }
        }
    }
}
