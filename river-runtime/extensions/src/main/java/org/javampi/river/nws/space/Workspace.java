package org.javampi.river.nws.space;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table of variables, with an owner or without. One of the same name that is made later is another one. */
public final class Workspace {
    private final Space space;
    private final String name;
    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private Object owner;
    private String ownerText = "";
    private boolean opened;
    private boolean persistent;
    private boolean deleted;

    Workspace(Space space, String name) {
        this.space = space;
        this.name = name;
    }

    /** Its name; each char is a byte. */
    public String name() {
        return name;
    }

    /** Who owns it, for people; empty without an owner. */
    public String ownerText() {
        return ownerText;
    }

    /** Whether it is this connection's. */
    public boolean isOwnedBy(Object connection) {
        return owner == connection;
    }

    /** Whether it stays when its owner goes. */
    public boolean isPersistent() {
        return persistent;
    }

    /** Whether it is no longer there. */
    public boolean isDeleted() {
        return deleted;
    }

    /** Its variables, oldest first. */
    public Collection<Variable> variables() {
        return variables.values();
    }

    /**
     * A variable.
     *
     * @return null when there is none
     */
    public Variable variable(String variable) {
        return variables.get(variable);
    }

    /** Only changes of persistent workspaces are written down. */
    Ledger ledger() {
        return persistent ? space.ledger() : Ledger.NONE;
    }

    /** The first who opens it owns it, and says whether it stays. */
    void open(Object connection, String text, boolean stays) {
        if (opened) {
            return;
        }
        opened = true;
        owner = connection;
        ownerText = text;
        if (stays && !persistent) {
            persistent = true;
            ledger().opened(this);
        }
    }

    /** As it was before the process ended: without an owner, and not to be owned again. */
    void restore() {
        opened = true;
        persistent = true;
    }

    void loseOwner() {
        owner = null;
        ownerText = "";
    }

    Variable variableOrNew(String variable) {
        Variable there = variables.get(variable);
        if (there == null) {
            there = restored(variable, space.newId());
            ledger().declared(there);
        }
        return there;
    }

    Variable restored(String variable, String id) {
        Variable made = new Variable(this, variable, id);
        variables.put(variable, made);
        return made;
    }

    /** Makes the variable if need be. */
    public void declare(String variable, VariableMode mode) throws Refusal {
        variableOrNew(variable).declare(mode);
    }

    /** Makes the variable if need be; the content has one user, which is now the variable. */
    public void store(String variable, long descriptor, Content content) {
        variableOrNew(variable).store(descriptor, content);
    }

    /**
     * Gives a reader a value, or lets it wait for one; makes the variable if need be.
     *
     * @param mayWait whether it waits when there is none
     * @return the variable it waits for; null when it does not wait and has got a value
     * @throws Refusal when there is no value and it may not wait, or it iterates where that cannot be
     */
    public Variable read(String variable, Waiter reader, boolean mayWait) throws Refusal {
        Variable there = variableOrNew(variable);
        if (reader.iterates() && !there.mode().isIterable()) {
            throw noIterators(there);
        }
        if (there.tryServe(reader)) {
            return null;
        }
        if (!mayWait) {
            throw new Refusal(Refusal.FAILED, "variable '" + Names.shown(variable) + "' has no value");
        }
        there.await(reader);
        return there;
    }

    /** What an iterator hears whose variable has none. */
    public static Refusal noIterators(Variable variable) {
        return new Refusal(
                Refusal.FAILED,
                "variable '" + Names.shown(variable.name()) + "' is "
                        + variable.mode().word() + "; iterators need fifo or single");
    }

    /** Drops a variable and wakes who waits for it. */
    public void deleteVariable(String variable) throws Refusal {
        Variable there = variables.remove(variable);
        if (there == null) {
            throw new Refusal(
                    Refusal.FAILED,
                    "workspace '" + Names.shown(name) + "' has no variable '" + Names.shown(variable) + "'");
        }
        ledger().deleted(there);
        there.delete();
    }

    void delete() {
        deleted = true;
        loseOwner();
        ledger().deleted(this);
        List<Variable> all = List.copyOf(variables.values());
        variables.clear();
        all.forEach(Variable::delete);
    }
}
