package org.javampi.transport.shm;

import static org.javampi.transport.shm.SegmentLayout.ATTACHED_OFFSET;
import static org.javampi.transport.shm.SegmentLayout.attachmentOffset;
import static org.javampi.transport.shm.SegmentLayout.controlOffset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.javampi.core.spi.transport.Endpoint;
import org.javampi.core.spi.transport.FrameHandler;
import org.javampi.core.spi.transport.NoRoomException;
import org.javampi.core.spi.transport.Region;
import org.javampi.core.spi.transport.SharedMemory;
import org.javampi.core.spi.transport.Transport;
import org.javampi.core.spi.transport.TransportContext;
import org.javampi.river.platform.Platform;
import org.javampi.river.platform.SystemRefusal;
import org.javampi.river.platform.Uninterrupted;

/**
 * The ranks of one host over rings in a mapped file: one ring for each pair and direction that is
 * used, each with one writer and one reader. Ranks are named by their position on the host inside,
 * by world rank outside.
 */
final class ShmTransport implements Transport, SharedMemory {
    static final String NAME = "shm";

    /** Read at most this much of one ring before the next ring's turn. */
    private static final int BATCH_BYTES = 256 * 1024;

    /** Bytes of a proof that go into a file's name. */
    private static final int NAME_BYTES = 8;

    private static final RingConsumer[] NONE = {};

    private final TransportContext context;
    private final Path path;
    private final Segment segment;
    private final Region control;
    private final Bell bell;
    private final int self;
    private final int[] worldRanks;
    private final int maxFrameBytes;
    private final ShmEndpoint[] endpoints;

    /** Files that some rank has yet to open: held, so that no other job takes them for left. */
    private final List<SharedFile> incomplete = new ArrayList<>();

    /** What is mapped, by what was given out. */
    private final Map<Region, SharedFile> shared = Collections.synchronizedMap(new IdentityHashMap<>());

    /** Grows when a peer begins to send. */
    private RingConsumer[] inbound = NONE;

    private ShmTransport(TransportContext context, Segment segment, Path path) {
        this.context = context;
        this.path = path;
        this.segment = segment;
        control = segment.control();
        self = context.hostIndex(context.rank());
        worldRanks = worldRanks(context);
        maxFrameBytes = segment.layout().ringBytes / 4;
        endpoints = new ShmEndpoint[context.hostSize()];
        bell = new Bell(control, self, context.hostSize(), context.selector());
    }

    static ShmTransport open(TransportContext context) {
        Path directory = directory(context);
        int ringBytes = RingSize.of(context, directory);
        String life = "javampi-" + context.jobId() + "-" + context.epoch() + "-";
        int self = context.hostIndex(context.rank());
        if (self == 0) {
            MeetingFile.sweep(directory, life);
        }
        String host = context.setting("host", "0");
        Path path = directory.resolve(life + host + "-" + unguessable(context, host) + MeetingFile.SIGN);
        try {
            return new ShmTransport(
                    context, context.leavingFiles(() -> Segment.open(path, context.hostSize(), self, ringBytes)), path);
        } catch (UncheckedIOException e) {
            long needed = SegmentLayout.leastBytes(context.hostSize());
            if (directory.toFile().getUsableSpace() < needed) {
                throw full(
                        directory,
                        needed + " bytes where ranks meet",
                        e.getCause().getMessage());
            }
            throw new UncheckedIOException(
                    e.getMessage() + ": name another place with --set shm.dir=DIR, or use --transport tcp",
                    e.getCause());
        }
    }

    /**
     * A part of a file's name that only the job's own processes can work out: another user of the machine
     * cannot put a file there first.
     */
    private static String unguessable(TransportContext context, String what) {
        byte[] proof = context.secret().proof("shm", what.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(proof, 0, NAME_BYTES);
    }

    private static Path directory(TransportContext context) {
        String configured = context.setting("shm.dir", "");
        return configured.isEmpty() ? Platform.current().sharedMemory() : Path.of(configured);
    }

    private static int[] worldRanks(TransportContext context) {
        int[] ranks = new int[context.hostSize()];
        for (int rank = 0; rank < context.size(); rank++) {
            if (context.hostIndex(rank) >= 0) {
                ranks[context.hostIndex(rank)] = rank;
            }
        }
        return ranks;
    }

    @Override
    public Region share(long id, int participants, int byteCount, int firstBytes) {
        String number = Long.toHexString(id);
        Path file = path.resolveSibling(path.getFileName() + "-" + number + "-" + unguessable(context, number));
        SharedFile opened =
                joined(() -> SharedFile.open(file, participants, self, byteCount, firstBytes, this::isRoomFor));
        Region region = opened.region();
        if (region != null) {
            shared.put(region, opened);
        }
        return region;
    }

    /** Opens a file and looks at those before it, in one go of the thread that does so. */
    private SharedFile joined(Supplier<SharedFile> opening) {
        try {
            return Uninterrupted.run(() -> {
                SharedFile opened = context.leavingFiles(opening);
                hold(opened);
                return opened;
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open shared memory: " + SystemRefusal.reason(e), e);
        }
    }

    @Override
    public void release(Region region) {
        SharedFile file = shared.remove(region);
        if (file != null) {
            file.release();
        }
    }

    private void hold(SharedFile opened) {
        synchronized (incomplete) {
            incomplete.add(opened);
            incomplete.removeIf(file -> {
                boolean complete = file.isComplete();
                if (complete) {
                    file.close();
                }
                return complete;
            });
        }
    }

    @Override
    public void expect(int byteCount) {
        if (!isRoomFor(byteCount)) {
            throw full(
                    path.getParent(),
                    byteCount + " bytes more for collectives in shared memory",
                    usableBytes() + " bytes are free, " + bytesOfLaterRings() + " of them for messages");
        }
    }

    private boolean isRoomFor(int byteCount) {
        return usableBytes() - bytesOfLaterRings() >= byteCount;
    }

    private long usableBytes() {
        return path.getParent().toFile().getUsableSpace();
    }

    /** What pairs of ranks may still take that have not begun to send messages: nothing replaces those. */
    private long bytesOfLaterRings() {
        long rings = (long) worldRanks.length * (worldRanks.length - 1);
        for (int receiver = 0; receiver < worldRanks.length; receiver++) {
            rings -= control.getIntAcquire(controlOffset(receiver) + ATTACHED_OFFSET);
        }
        long most = path.getParent().toFile().getTotalSpace() / RingSize.SHARE;
        return Math.min(most, rings * segment.layout().ringStride());
    }

    @Override
    public void wake(int peer) {
        bell.ringIfAwaited(context.hostIndex(peer));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean reaches(int peer) {
        return context.hostIndex(peer) >= 0;
    }

    @Override
    public Endpoint endpoint(int peer) {
        int index = context.hostIndex(peer);
        if (endpoints[index] == null) {
            endpoints[index] = attach(index);
        }
        return endpoints[index];
    }

    private void reserve(int index) {
        try {
            segment.reserve(index, self);
        } catch (IOException e) {
            throw full(
                    path.getParent(),
                    segment.layout().ringStride() + " bytes for messages to rank " + worldRanks[index],
                    e.getMessage());
        }
    }

    private static NoRoomException full(Path directory, String what, String why) {
        return new NoRoomException("no room in "
                + directory
                + " for "
                + what
                + " ("
                + why
                + "): make it larger (docker run --shm-size=256m), name another place with"
                + " --set shm.dir=DIR, take smaller rings with --set "
                + RingSize.SETTING
                + "=65536, or use --transport tcp");
    }

    private ShmEndpoint attach(int index) {
        reserve(index);
        Region ring = segment.ring(index, self);
        control.putIntRelease(attachmentOffset(worldRanks.length, index, self), 1);
        // Pairs with the acquire in findAttachments: a rank that sees the count sees the row.
        control.getAndAddInt(controlOffset(index) + ATTACHED_OFFSET, 1);
        RingProducer producer = new RingProducer(ring, segment.layout().ringBytes);
        return new ShmEndpoint(index, producer, maxFrameBytes, bell);
    }

    @Override
    public int poll(FrameHandler handler) {
        RingConsumer[] rings = inbound;
        if (control.getIntAcquire(controlOffset(self) + ATTACHED_OFFSET) != rings.length) {
            rings = findAttachments(rings);
        }
        int frames = 0;
        for (RingConsumer ring : rings) {
            frames += ring.poll(handler, BATCH_BYTES);
            if (ring.publishHead()) {
                bell.ringIfAsleep(context.hostIndex(ring.peer()));
            }
        }
        return frames;
    }

    private RingConsumer[] findAttachments(RingConsumer[] known) {
        RingConsumer[] found = Arrays.copyOf(known, known.length);
        for (int sender = 0; sender < worldRanks.length; sender++) {
            boolean attached = control.getIntAcquire(attachmentOffset(worldRanks.length, self, sender)) != 0;
            if (attached && !contains(known, worldRanks[sender])) {
                found = Arrays.copyOf(found, found.length + 1);
                found[found.length - 1] =
                        new RingConsumer(worldRanks[sender], segment.ring(self, sender), segment.layout().ringBytes);
            }
        }
        inbound = found;
        return found;
    }

    private static boolean contains(RingConsumer[] rings, int peer) {
        for (RingConsumer ring : rings) {
            if (ring.peer() == peer) {
                return true;
            }
        }
        return false;
    }

    private boolean hasArrivals() {
        RingConsumer[] rings = inbound;
        for (RingConsumer ring : rings) {
            if (ring.hasFrame()) {
                return true;
            }
        }
        return control.getIntAcquire(controlOffset(self) + ATTACHED_OFFSET) != rings.length;
    }

    @Override
    public boolean arm(boolean urgentOnly) {
        bell.fallAsleep(urgentOnly);
        boolean starving = true;
        for (ShmEndpoint endpoint : endpoints) {
            starving &= endpoint == null || endpoint.starve();
        }
        return starving && !hasArrivals();
    }

    @Override
    public void disarm() {
        bell.wakeUp();
    }

    @Override
    public boolean isFlushed() {
        return true;
    }

    @Override
    public void close() {
        bell.announceClosing();
        bell.close();
        segment.close();
        synchronized (incomplete) {
            incomplete.forEach(SharedFile::close);
            incomplete.clear();
        }
    }
}
