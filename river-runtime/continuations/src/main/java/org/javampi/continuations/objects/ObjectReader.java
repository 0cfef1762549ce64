package org.javampi.continuations.objects;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.javampi.continuations.objects.FieldLayout.Slot;

/** Reads the objects that an {@link ObjectStore} has written. Called by the program's main thread. */
public final class ObjectReader {
    private final ClassLoader loader;
    private final Outside outside;
    private final List<Object> objects = new ArrayList<>();
    private final Map<Class<?>, FieldLayout> layouts = new HashMap<>();
    private final Map<LambdaShape, MethodHandle> factories = new HashMap<>();
    private final ThreadValues values = new ThreadValues();

    /** Of a program whose classes {@code loader} has, and that {@code outside} hosts. */
    public ObjectReader(ClassLoader loader, Outside outside) {
        this.loader = loader;
        this.outside = outside;
    }

    ClassLoader loader() {
        return loader;
    }

    Outside outside() {
        return outside;
    }

    Class<?> type(TypeName name) {
        return name.find(loader);
    }

    MethodHandle factory(LambdaShape shape) throws Throwable {
        MethodHandle known = factories.get(shape);
        if (known == null) {
            known = shape.factory(loader);
            factories.put(shape, known);
        }
        return known;
    }

    void add(int id, Object object) {
        while (objects.size() <= id) {
            objects.add(null);
        }
        objects.set(id, object);
    }

    /** Reads the program's part, behind the runtime's: answers the state that was the root. */
    public Object read(ObjectInputStream in) throws IOException, ClassNotFoundException {
        Object state = in.readObject();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            Class<?> type = (Class<?>) in.readObject();
            for (Slot slot : FieldLayout.ofStatics(type).slots()) {
                read(in, slot.base(), slot);
            }
        }
        for (int id = in.readInt(); id != ObjectStore.END; id = in.readInt()) {
            Object object = objects.get(id);
            if (object instanceof Object[] array) {
                for (int i = 0; i < array.length; i++) {
                    array[i] = in.readObject();
                }
            } else {
                FieldLayout layout = layouts.computeIfAbsent(
                        object.getClass(), type -> FieldLayout.ofObjects(type, SavableObjects::isLeft));
                for (Slot slot : layout.slots()) {
                    read(in, object, slot);
                }
                if (object instanceof ThreadLocal<?> local) {
                    values.add(in.readBoolean() ? local : null, in.readObject());
                }
            }
        }
        values.set();
        return state;
    }

    private static void read(ObjectInputStream in, Object base, Slot slot) throws IOException, ClassNotFoundException {
        RawMemory memory = RawMemory.open();
        switch (slot.bytes()) {
            case 0 -> memory.putReference(base, slot.offset(), in.readObject());
            case 1 -> memory.putBits(base, slot.offset(), 1, in.readByte());
            case 2 -> memory.putBits(base, slot.offset(), 2, in.readShort());
            case 4 -> memory.putBits(base, slot.offset(), 4, in.readInt());
            default -> memory.putBits(base, slot.offset(), 8, in.readLong());
        }
    }
}
