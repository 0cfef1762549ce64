package org.javampi.river.parallel.engine;

import java.lang.reflect.Field;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * An engine's variables by name. A variable that source has declared lives in a static field of the class that was
 * compiled for it: here it is read and written there. Any thread.
 */
public final class EngineNamespace extends AbstractMap<String, Object> {
    private static final InheritableThreadLocal<EngineNamespace> HERE = new InheritableThreadLocal<>();

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, Field> fields = new LinkedHashMap<>();

    private Supplier<Map<String, Object>> offered = Map::of;

    EngineNamespace() {}

    /** Variables that are there although nobody has put them, unless one of the same name is put or declared. */
    synchronized void offer(Supplier<Map<String, Object>> variables) {
        offered = variables;
    }

    /** The calling thread is the engine's, and so are those that it starts. */
    void enter() {
        HERE.set(this);
    }

    /**
     * A variable of the engine that the calling thread belongs to. Compiled source reads variables so that it has not
     * declared.
     */
    public static Object valueHere(String name) {
        EngineNamespace here = HERE.get();
        if (here == null) {
            throw new IllegalStateException("this thread is no engine's");
        }
        return here.get(name);
    }

    /** From now on this variable is that field, with the field's value. */
    synchronized void bind(String name, Field field) {
        values.remove(name);
        fields.put(name, field);
    }

    /** Whether source has declared it. */
    synchronized boolean isBound(String name) {
        return fields.containsKey(name);
    }

    @Override
    public synchronized Object get(Object name) {
        Field field = fields.get(name);
        if (field != null) {
            return read(field);
        }
        return values.containsKey(name) ? values.get(name) : offered.get().get(name);
    }

    @Override
    public synchronized boolean containsKey(Object name) {
        return fields.containsKey(name)
                || values.containsKey(name)
                || offered.get().containsKey(name);
    }

    @Override
    public synchronized Object put(String name, Object value) {
        Object old = get(name);
        Field field = fields.get(name);
        if (field != null) {
            try {
                field.set(null, value);
                return old;
            } catch (IllegalArgumentException | IllegalAccessException | NullPointerException e) {
                // Of another type: no longer what source has declared.
                fields.remove(name);
            }
        }
        values.put(name, value);
        return old;
    }

    @Override
    public synchronized Object remove(Object name) {
        Object old = get(name);
        fields.remove(name);
        values.remove(name);
        return old;
    }

    private static Object read(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " cannot be read", e);
        }
    }

    private synchronized Map<String, Object> copy() {
        Map<String, Object> copy = new LinkedHashMap<>(offered.get());
        copy.putAll(values);
        fields.forEach((name, field) -> copy.put(name, read(field)));
        return copy;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        Map<String, Object> copy = copy();
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Object>> iterator() {
                Iterator<Entry<String, Object>> all = copy.entrySet().iterator();
                return new Iterator<>() {
                    private String last;

                    @Override
                    public boolean hasNext() {
                        return all.hasNext();
                    }

                    @Override
                    public Entry<String, Object> next() {
                        Entry<String, Object> entry = all.next();
                        last = entry.getKey();
                        return entry;
                    }

                    @Override
                    public void remove() {
                        EngineNamespace.this.remove(last);
                    }
                };
            }

            @Override
            public int size() {
                return copy.size();
            }
        };
    }
}
