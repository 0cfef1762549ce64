package org.javampi.core.binding;

import java.io.IOException;
import java.io.InvalidClassException;
import java.io.NotSerializableException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.javampi.MPI;
import org.javampi.checkpoint.Freezable;
import org.javampi.checkpoint.PartInput;
import org.javampi.checkpoint.PartOutput;
import org.javampi.continuations.objects.ObjectReader;
import org.javampi.core.comm.Communicator;
import org.javampi.core.comm.RankWorld;
import org.javampi.core.engine.Engine;
import org.javampi.core.engine.EngineImage;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.image.ArrayStore;
import org.javampi.core.image.FrozenProgram;
import org.javampi.core.image.ImageInput;
import org.javampi.core.image.ImageOutput;
import org.javampi.core.image.OtherProgramException;
import org.javampi.core.image.RestorableClasses;
import org.javampi.core.image.SavedObjects;
import org.javampi.core.image.Snapshot;
import org.javampi.core.image.SpareMemory;
import org.javampi.core.image.UnsavableObjectException;
import org.javampi.core.image.UnserializableObject;
import org.javampi.core.runtime.Rank;

/**
 * A rank's image on its way to and from its file.
 *
 * <pre>
 *  rank           key=value lines: rank, name, incarnation, point, javampi's version
 *  communicators  a line each: context, name, own rank, members   (tabs between)
 *  operations     a line each: kind, context, source, dest, tag, bytes
 *  classes        names of the classes in the graph
 *  arrays         see {@link ArrayStore}
 *  program        of a program that does not help: its classes
 *  graph          the {@link RankImage}, see {@link ImageOutput}; behind it what the program has registered; behind
 *                 that the objects of a program that does not help, see {@link org.javampi.continuations.objects.ObjectStore}
 * </pre>
 *
 * The first four are for people and tools; a restart reads the others.
 */
final class ImageFile implements Freezable.Image {
    private static final String CLASSES = "classes";
    private static final String ARRAYS = "arrays";
    private static final String GRAPH = "graph";
    private static final String PROGRAM = "program";

    private final String about;
    private final String communicators;
    private final String operations;
    private final Set<String> classes;
    private final Snapshot arrays;
    private final Snapshot graph;
    private final String program;
    private final long heldBytes;

    private ImageFile(
            String about,
            RankImage image,
            Set<String> classes,
            Snapshot arrays,
            Snapshot graph,
            String program,
            long heldBytes) {
        this.program = program;
        this.heldBytes = heldBytes;
        this.about = about;
        communicators = describe(image.communicators());
        operations = describe(image.engine(), image.world().rank());
        this.classes = classes;
        this.arrays = arrays;
        this.graph = graph;
    }

    /**
     * Takes a copy of everything in {@code image}.
     *
     * @param objects what the program has registered, as the image names it
     * @param spare memory for it, to which it goes back when it has been written
     * @param restorable judges the classes of its objects
     * @param program one that does not help, or null
     */
    static ImageFile of(
            RankImage image,
            Map<String, Object> objects,
            String about,
            SpareMemory spare,
            RestorableClasses restorable,
            FrozenProgram program)
            throws Freezable.Unsavable {
        ArrayStore store = new ArrayStore();
        Snapshot arrays = new Snapshot(spare);
        Snapshot graph = new Snapshot(spare);
        try (ImageOutput out = new ImageOutput(graph, store, restorable)) {
            if (program != null) {
                out.takeProgram(program.store());
            }
            out.writeObject(image);
            long heldBytes = store.byteCount();
            for (Object object : objects.values()) {
                heldBytes += store.bytesOf(object);
                out.writeObject(object);
            }
            if (program != null) {
                out.writeProgram(program.state());
            }
            out.flush();
            store.copyTo(arrays);
            return new ImageFile(
                    about, image, out.classes(), arrays, graph, program == null ? null : program.classes(), heldBytes);
        } catch (UnsavableObjectException e) {
            throw new Freezable.Unsavable(e.getMessage(), e);
        } catch (NotSerializableException e) {
            throw new Freezable.Unsavable(unsavable(image, objects, e), e);
        } catch (InvalidClassException e) {
            throw new Freezable.Unsavable(e.getMessage(), e);
        } catch (StackOverflowError e) {
            throw new Freezable.Unsavable(
                    "the registered objects are nested too deeply (a long linked list?): keep them"
                            + " in arrays or collections, or give the ranks -Xss",
                    e);
        } catch (OutOfMemoryError e) {
            throw new Freezable.Unsavable(
                    "the copy of its state does not fit into memory ("
                            + e.getMessage()
                            + "): give the ranks more -XX:MaxDirectMemorySize (without it, as much"
                            + " as -Xmx)",
                    e);
        } catch (IOException | RuntimeException e) {
            throw new Freezable.Unsavable("cannot be saved: " + e, e);
        } finally {
            // What an earlier image needed and this one does not.
            spare.drop();
        }
    }

    private static String unsavable(RankImage image, Map<String, Object> objects, NotSerializableException e) {
        String path = UnserializableObject.find(objects);
        for (Communicator communicator : image.communicators()) {
            if (path == null) {
                path = UnserializableObject.find(Map.of(communicator.toString(), attributes(communicator)));
            }
        }
        return (path == null
                        ? "a callback or attribute of MPI holds it: " + e.getMessage() + " is not Serializable"
                        : path)
                + "; make it so, or the field transient";
    }

    private static Object[] attributes(Communicator communicator) {
        return communicator.attributes().keys().stream()
                .map(communicator.attributes()::find)
                .toArray();
    }

    private static String describe(Iterable<Communicator> all) {
        StringBuilder text = new StringBuilder();
        for (Communicator c : all) {
            text.append(c.contextId()).append('\t').append(c).append('\t').append(c.rank());
            text.append('\t').append(Arrays.toString(c.group().worldRanks()));
            if (c.isInter()) {
                text.append(" with ").append(Arrays.toString(c.remoteGroup().worldRanks()));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String describe(EngineImage engine, int rank) {
        StringBuilder text = new StringBuilder();
        for (EngineImage.Item item : engine.items(rank)) {
            text.append(item.kind()).append('\t').append(item.context()).append('\t');
            text.append(item.source()).append('\t').append(item.dest()).append('\t');
            text.append(item.tag()).append('\t').append(item.byteCount()).append('\n');
        }
        return text.toString();
    }

    @Override
    public long byteCount() {
        return arrays.byteCount() + graph.byteCount();
    }

    /** Bytes of arrays that are read before the program registers them, since something before them refers to them. */
    long heldBytes() {
        return heldBytes;
    }

    @Override
    public void write(PartOutput out) throws IOException {
        out.section("rank", about);
        out.section("communicators", communicators);
        out.section("operations", operations);
        out.section(CLASSES, String.join("\n", classes));
        out.section(ARRAYS, arrays.content());
        if (program != null) {
            out.section(PROGRAM, program);
        }
        out.section(GRAPH, graph.content());
    }

    @Override
    public void release() {
        arrays.release();
        graph.release();
    }

    /**
     * Brings the image in {@code file} to life in a fresh rank.
     *
     * @throws MpiFailure when the file is damaged, or the program is not the one that has written
     *     it
     */
    static Revived read(Path file, Rank rank, ClassLoader loader, RestorableClasses restorable, FrozenProgram program) {
        PartInput part = null;
        try {
            part = new PartInput(file);
            return read(part, rank, loader, restorable, program);
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            if (part != null) {
                close(part, e);
            }
            throw unreadable(rank.rankHost().rank(), file, e);
        }
    }

    private static void close(PartInput part, Exception failure) {
        try {
            part.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** What is said when a rank's file cannot be read. */
    static MpiFailure unreadable(int rank, Path file, Exception why) {
        return new MpiFailure(
                MPI.MPI_ERR_OTHER,
                "rank " + rank + " cannot be restored from " + file + ": "
                        + (why instanceof OtherProgramException ? why.getMessage() : why));
    }

    private static Revived read(
            PartInput part, Rank rank, ClassLoader loader, RestorableClasses restorable, FrozenProgram program)
            throws IOException, ClassNotFoundException {
        ArrayStore arrays = null;
        ObjectReader reader = null;
        for (String name = part.next(); name != null; name = part.next()) {
            switch (name) {
                case ARRAYS -> arrays = ArrayStore.read(part.blocks()::at);
                case PROGRAM -> {
                    String classes = new String(part.content().readAllBytes(), StandardCharsets.UTF_8);
                    if (program == null) {
                        throw new OtherProgramException(
                                "it is of a program that did not help: restart it with --transparent");
                    }
                    reader = program.revive(classes);
                }
                case GRAPH -> {
                    if (program != null && reader == null) {
                        throw new OtherProgramException(
                                "it is of a program that helped: restart it without --transparent");
                    }
                    ImageInput in = new ImageInput(part.content(), arrays, loader, restorable);
                    return revive(in, part, rank, program, reader);
                }
                default -> part.content().transferTo(OutputStream.nullOutputStream());
            }
        }
        throw new IOException("it has no graph");
    }

    /**
     * A rank's image that lives again.
     *
     * @param objects what the program had registered; much of it is on disk
     * @param noted the places of all its operations' data; grows with what is read of the objects
     */
    record Revived(RankImage image, SavedObjects objects, List<Object> noted) {}

    private static Revived revive(ImageInput in, PartInput part, Rank rank, FrozenProgram program, ObjectReader reader)
            throws IOException, ClassNotFoundException {
        in.offer(Engine.class, rank.engine());
        in.offer(RankWorld.class, rank.shared());
        if (reader != null) {
            in.takeProgram(reader);
        }
        RankImage image = (RankImage) in.readObject();
        SavedObjects objects = new SavedObjects(image.names(), in, reader == null ? part : () -> {});
        if (reader != null) {
            // They refer to what the program has, which runs on and makes nothing anew.
            objects.all();
            program.revived(in.readProgram());
        }
        rank.engine().quiescence().revive(image.engine());
        rank.shared().continueContexts(image.nextContext());
        rank.adopt(image.world(), image.self());
        if (reader != null || image.names().isEmpty()) {
            part.close();
        }
        return new Revived(image, objects, in.collected());
    }
}
