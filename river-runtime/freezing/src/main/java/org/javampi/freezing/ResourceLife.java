package org.javampi.freezing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.javampi.continuations.Continuation;
import org.javampi.continuations.FreezeSignal;
import org.javampi.continuations.FrozenStack;
import org.javampi.continuations.objects.ObjectReader;
import org.javampi.continuations.objects.ObjectStore;
import org.javampi.continuations.program.ProgramCode;
import org.javampi.river.resource.FreezableLife;
import org.javampi.river.resource.ResourceSite;
import org.javampi.river.resource.VirtualResource;

/**
 * The frames and objects of one resource.
 *
 * <pre>
 *  int, bytes   what has to be known before an object can be made: lines of {@link ProgramCode#describe}
 *  the rest     a stream of {@link GraphOutput}: the {@link ResourceState}, statics, objects
 * </pre>
 */
final class ResourceLife implements FreezableLife {
    private final RewritingLoader loader;
    private final ProgramCode code;
    private final SiteOutside outside;

    /** Its frames, when they have been left. */
    private FrozenStack stack;

    /** Where they stand. */
    private List<String> places = List.of();

    ResourceLife(RewritingLoader loader, ResourceSite site) {
        this.loader = loader;
        code = loader.code();
        outside = new SiteOutside(site);
    }

    @Override
    public boolean run(Body body) throws Throwable {
        return keep(Continuation.run(body::enter));
    }

    @Override
    public boolean resume(Body body) throws Throwable {
        FrozenStack left = stack;
        stack = null;
        return keep(Continuation.resume(left, body::enter));
    }

    private boolean keep(Optional<FrozenStack> left) {
        stack = left.orElse(null);
        return left.isEmpty();
    }

    @Override
    public String obstacle() {
        String obstacle = code.obstacle(Thread.currentThread().getThreadGroup(), "the thread of run");
        return obstacle != null || !code.places().isEmpty()
                ? obstacle
                : "its classes were not rewritten; run its program with --transparent";
    }

    @Override
    public Error leave() {
        places = code.places();
        return new FreezeSignal();
    }

    @Override
    public byte[] save(VirtualResource resource) throws IOException {
        List<Class<?>> initialised = code.initialised();
        ObjectStore store = code.store(initialised, outside);
        ResourceState state = new ResourceState(resource, stack);
        store.walk(state, stack, places);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] description = code.describe(initialised).getBytes(StandardCharsets.UTF_8);
        DataOutputStream head = new DataOutputStream(bytes);
        head.writeInt(description.length);
        head.write(description);
        try (GraphOutput out = new GraphOutput(head)) {
            store.write(out, state);
        }
        return bytes.toByteArray();
    }

    @Override
    public VirtualResource revive(byte[] saved) throws IOException, ClassNotFoundException {
        DataInputStream head = new DataInputStream(new ByteArrayInputStream(saved));
        String description = new String(head.readNBytes(head.readInt()), StandardCharsets.UTF_8);
        check(ProgramCode.otherJava(description));
        check(code.revive(description));
        ObjectReader reader = new ObjectReader(loader, outside);
        try (GraphInput in = new GraphInput(head, loader, reader)) {
            ResourceState state = (ResourceState) reader.read(in);
            stack = state.stack;
            return state.resource;
        }
    }

    private static void check(String difference) throws IOException {
        if (difference != null) {
            throw new IOException(difference);
        }
    }
}
