package org.javampi.core.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Objects are read when the program registers them, in whatever order that is. */
class SavedObjectsTest {
    /** A program's state. */
    private static final class Grid implements Serializable {
        private static final long serialVersionUID = 1L;

        private int step;
        private double[] values;
        private Grid other;
        private transient String unsaved;
    }

    private final ClassLoader loader = SavedObjectsTest.class.getClassLoader();
    private final RestorableClasses all = RestorableClasses.of(loader, SavedObjectsTest.class.getName(), "");
    private final AtomicInteger closed = new AtomicInteger();
    private final Map<String, Object> objects = new LinkedHashMap<>();
    private final double[] values = {1, 2, 3};
    private final Grid one = new Grid();
    private final Grid two = new Grid();

    @BeforeEach
    void fill() {
        one.step = 7;
        one.values = values;
        one.other = two;
        two.values = new double[] {4};
        two.other = one;
        objects.put("values", values);
        objects.put("one", one);
        objects.put("two", two);
        objects.put("list", new ArrayList<>(List.of("a", "b")));
    }

    private SavedObjects saved() throws IOException {
        SpareMemory spare = new SpareMemory(1 << 16);
        Snapshot graph = new Snapshot(spare);
        Snapshot content = new Snapshot(spare);
        ArrayStore store = new ArrayStore();
        Map<String, String> names = new LinkedHashMap<>();
        try (ImageOutput out = new ImageOutput(graph, store, all)) {
            for (Map.Entry<String, Object> each : objects.entrySet()) {
                names.put(each.getKey(), each.getValue().getClass().getName());
                out.writeObject(each.getValue());
            }
        }
        store.copyTo(content);
        ByteBuffer bytes = graph.content().get(0);
        byte[] stream = new byte[bytes.remaining()];
        bytes.get(stream);
        ByteBuffer arrays = content.content().get(0);
        ArrayStore read = ArrayStore.read(offset -> arrays.position((int) offset));
        ImageInput in = new ImageInput(new ByteArrayInputStream(stream), read, loader, all);
        return new SavedObjects(names, in, closed::incrementAndGet);
    }

    private static Object register(SavedObjects saved, String name, Object object)
            throws IOException, ClassNotFoundException {
        Object before = saved.take(name, object);
        if (before != object) {
            Refill.copy(name, before, object);
            saved.replace(before, object);
            Refill.substitute(object, before, object);
        }
        return object;
    }

    @Test
    void shouldReadAnArrayIntoTheProgramsOwn() throws IOException, ClassNotFoundException {
        SavedObjects saved = saved();
        double[] own = new double[3];
        assertSame(own, saved.take("values", own));
        assertArrayEquals(values, own);
        Grid grid = new Grid();
        register(saved, "one", grid);
        assertSame(own, grid.values);
        assertEquals(7, grid.step);
    }

    @Test
    void shouldReadWhatIsRegisteredInAnotherOrder() throws IOException, ClassNotFoundException {
        SavedObjects saved = saved();
        Grid second = (Grid) register(saved, "two", new Grid());
        Grid first = (Grid) register(saved, "one", new Grid());
        assertArrayEquals(new double[] {4}, second.values);
        assertEquals(7, first.step);
        double[] own = new double[3];
        register(saved, "values", own);
        assertArrayEquals(values, own);
        assertEquals(0, closed.get(), "one is left");
        List<Object> list = new ArrayList<>(List.of("fresh"));
        register(saved, "list", list);
        assertEquals(List.of("a", "b"), list);
        assertTrue(closed.get() > 0);
    }

    /** Both were in memory at once, and needed twice the room. */
    @Test
    void shouldTakeTheContentOfTheProgramsObjectBeforeItIsRead() throws IOException, ClassNotFoundException {
        SavedObjects saved = saved();
        Grid own = new Grid();
        own.values = new double[3];
        own.other = new Grid();
        own.unsaved = "kept";
        assertNotNull(saved.take("one", own));
        assertNull(own.values);
        assertNull(own.other);
        assertEquals("kept", own.unsaved);
    }

    @Test
    void shouldLeaveAnObjectOfAnotherClassAsItIs() throws IOException, ClassNotFoundException {
        List<Object> other = new ArrayList<>(List.of("fresh"));
        assertNotNull(saved().take("one", other));
        assertEquals(List.of("fresh"), other);
    }

    @Test
    void shouldHaveAllThatIsLeft() throws IOException, ClassNotFoundException {
        SavedObjects saved = saved();
        register(saved, "one", new Grid());
        Map<String, Object> rest = saved.all();
        assertEquals(List.of("values", "two", "list"), List.copyOf(rest.keySet()));
        assertNull(saved.take("one", new Grid()));
        assertNull(saved.take("no such name", new Grid()));
    }

    @Test
    void shouldReadForAThreadThatIsInterrupted() throws IOException, ClassNotFoundException {
        Thread.currentThread().interrupt();
        register(saved(), "one", new Grid());
        assertTrue(Thread.interrupted());
    }
}
