package org.javampi.river.nws.space;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One instance of a variable: its values by number, and the readers that wait for one, oldest first. A value on its way
 * to who took it is not in the variable, and comes back to its place when it cannot be delivered.
 */
public final class Variable {
    private final Workspace workspace;
    private final String name;
    private final String id;
    private final NavigableMap<Long, Value> values = new TreeMap<>();
    private final NavigableMap<Long, Value> leaving = new TreeMap<>();
    private final Set<Waiter> fetchers = new LinkedHashSet<>();
    private final Set<Waiter> finders = new LinkedHashSet<>();
    private VariableMode mode = VariableMode.UNKNOWN;
    private long stores;
    private boolean deleted;

    Variable(Workspace workspace, String name, String id) {
        this.workspace = workspace;
        this.name = name;
        this.id = id;
    }

    /** Where it is. */
    public Workspace workspace() {
        return workspace;
    }

    /** Its name; each char is a byte. */
    public String name() {
        return name;
    }

    /** 20 characters that no other instance has. */
    public String id() {
        return id;
    }

    /** How values are handed out. */
    public VariableMode mode() {
        return mode;
    }

    /** How many values have been stored. */
    public long stores() {
        return stores;
    }

    /** Its values, oldest first. */
    public Collection<Value> values() {
        return values.values();
    }

    /** Values that are on their way to who took them, oldest first. */
    public Collection<Value> leaving() {
        return leaving.values();
    }

    /** How many readers wait to take a value. */
    public int fetchers() {
        return fetchers.size();
    }

    /** How many readers wait to look at one. */
    public int finders() {
        return finders.size();
    }

    /** Declares the mode; those that wait go on waiting, iterators if the mode has some. */
    void declare(VariableMode wanted) throws Refusal {
        if (mode != VariableMode.UNKNOWN && mode != wanted) {
            throw new Refusal(
                    Refusal.FAILED,
                    "variable '" + Names.shown(name) + "' is " + mode.word() + ", not " + wanted.word());
        }
        if (mode == wanted) {
            return;
        }
        become(wanted);
        if (!mode.isIterable()) {
            for (Set<Waiter> waiting : List.of(fetchers, finders)) {
                List<Waiter> refused = waiting.stream().filter(Waiter::iterates).toList();
                refused.forEach(waiting::remove);
                refused.forEach(one -> one.onRefused(this));
            }
        }
    }

    private void become(VariableMode wanted) {
        mode = wanted;
        workspace.ledger().declared(this);
    }

    /** Stores a value: all finders get it, then the oldest fetcher takes it, or it stays. */
    void store(long descriptor, Content content) {
        if (mode == VariableMode.UNKNOWN) {
            become(VariableMode.FIFO);
        }
        Value value = new Value(stores, descriptor, content);
        stores++;
        workspace.ledger().stored(this, value);
        if (mode == VariableMode.SINGLE) {
            dropValues();
        }
        hand(value);
    }

    private void hand(Value value) {
        List<Waiter> looking = takeThoseAfter(finders, value, Integer.MAX_VALUE);
        looking.forEach(one -> one.onValue(this, value));
        List<Waiter> taking = takeThoseAfter(fetchers, value, 1);
        if (taking.isEmpty()) {
            values.put(value.number(), value);
        } else {
            leaving.put(value.number(), value);
            taking.get(0).onValue(this, value);
        }
    }

    private static List<Waiter> takeThoseAfter(Set<Waiter> waiting, Value value, int limit) {
        List<Waiter> taken = new ArrayList<>();
        for (Iterator<Waiter> all = waiting.iterator(); all.hasNext() && taken.size() < limit; ) {
            Waiter one = all.next();
            if (one.after() < value.number()) {
                all.remove();
                taken.add(one);
            }
        }
        return taken;
    }

    /** Gives a reader a value that is there; false when there is none for it. */
    boolean tryServe(Waiter reader) {
        Value value = next(reader.after());
        if (value == null) {
            return false;
        }
        if (reader.takes()) {
            values.remove(value.number());
            leaving.put(value.number(), value);
        }
        reader.onValue(this, value);
        return true;
    }

    private Value next(long after) {
        Map.Entry<Long, Value> entry =
                switch (mode) {
                    case LIFO -> values.lastEntry();
                    case MULTI -> any();
                    default -> values.higherEntry(after);
                };
        return entry == null ? null : entry.getValue();
    }

    private Map.Entry<Long, Value> any() {
        if (values.isEmpty()) {
            return null;
        }
        return values.ceilingEntry(ThreadLocalRandom.current().nextLong(values.firstKey(), values.lastKey() + 1));
    }

    /** Lets a reader wait for the next value. */
    void await(Waiter reader) {
        (reader.takes() ? fetchers : finders).add(reader);
    }

    /** A reader waits no longer. */
    public void forget(Waiter reader) {
        fetchers.remove(reader);
        finders.remove(reader);
    }

    /** A value that was taken has reached who took it. */
    public void delivered(Value value) {
        if (leaving.remove(value.number()) != null) {
            workspace.ledger().removed(this, value);
            value.content().release();
        }
    }

    /** A value that was taken could not be delivered: it comes back to its place. */
    public void giveBack(Value value) {
        if (leaving.remove(value.number()) != null) {
            if (mode == VariableMode.SINGLE && value.number() < stores - 1) {
                workspace.ledger().removed(this, value);
                value.content().release();
            } else {
                hand(value);
            }
        }
    }

    private void dropValues() {
        for (Value old : values.values()) {
            workspace.ledger().removed(this, old);
            old.content().release();
        }
        values.clear();
    }

    /** Whether it is no longer in its workspace. */
    boolean isDeleted() {
        return deleted;
    }

    /** Drops all values and wakes all readers. */
    void delete() {
        deleted = true;
        for (Collection<Value> all : List.of(values.values(), leaving.values())) {
            all.forEach(value -> value.content().release());
            all.clear();
        }
        for (Set<Waiter> waiting : List.of(finders, fetchers)) {
            List<Waiter> woken = List.copyOf(waiting);
            waiting.clear();
            woken.forEach(one -> one.onDeleted(this));
        }
    }

    /** As it was before the process ended. */
    void restore(VariableMode newMode, long newStores) {
        mode = newMode;
        stores = newStores;
    }

    /** A value as it was before the process ended. */
    void restore(Value value) {
        if (mode == VariableMode.SINGLE) {
            values.values().forEach(old -> old.content().release());
            values.clear();
        }
        values.put(value.number(), value);
        stores = Math.max(stores, value.number() + 1);
    }

    /** A value that was gone before the process ended. */
    void restoreRemoved(long number) {
        Value value = values.remove(number);
        if (value != null) {
            value.content().release();
        }
    }
}
