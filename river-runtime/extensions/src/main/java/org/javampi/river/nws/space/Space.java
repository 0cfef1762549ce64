package org.javampi.river.nws.space;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All workspaces of a server. Always has {@code __default}, which belongs to the system. */
public final class Space {
    /** The workspace that is always there. */
    public static final String DEFAULT = "__default";

    private static final Pattern FORMAT = Pattern.compile("%(%|[-+ 0]*\\d{0,9}[diu])");

    private final Map<String, Workspace> workspaces = new LinkedHashMap<>();
    private final String life;
    private Ledger ledger = Ledger.NONE;
    private long ids;
    private long temporaries;

    /**
     * Nothing but {@code __default}.
     *
     * @param life 8 characters that differ with each start: variables' ids begin with them
     */
    public Space(String life) {
        this.life = life;
        Workspace system = new Workspace(this, DEFAULT);
        system.open(this, "[system]", true);
        workspaces.put(DEFAULT, system);
    }

    /** From now on changes are written down. */
    public void writeTo(Ledger newLedger) {
        ledger = newLedger;
    }

    Ledger ledger() {
        return ledger;
    }

    String newId() {
        ids++;
        return life + String.format(Locale.ROOT, "%012d", ids);
    }

    /** All workspaces, oldest first. */
    public Collection<Workspace> workspaces() {
        return workspaces.values();
    }

    /**
     * A workspace.
     *
     * @return null when there is none
     */
    public Workspace workspace(String name) {
        return workspaces.get(name);
    }

    /**
     * Opens a workspace: who does so first owns it.
     *
     * @param connection the owner-to-be
     * @param text how it is shown to people
     * @param persistent whether the workspace stays when its owner goes
     * @param create whether to make it when it is not there
     */
    public Workspace open(String name, Object connection, String text, boolean persistent, boolean create)
            throws Refusal {
        Workspace workspace = use(name, create);
        workspace.open(connection, text, persistent);
        return workspace;
    }

    /** Finds a workspace, or makes one that nobody owns. */
    public Workspace use(String name, boolean create) throws Refusal {
        Workspace workspace = workspaces.get(name);
        if (workspace == null) {
            if (!create) {
                throw noWorkspace(name);
            }
            workspace = make(name);
        }
        return workspace;
    }

    private Workspace make(String name) {
        Workspace workspace = new Workspace(this, name);
        workspaces.put(name, workspace);
        return workspace;
    }

    /** What a client hears that names a workspace which is not there. */
    public static Refusal noWorkspace(String name) {
        return new Refusal(Refusal.NO_WORKSPACE, "no workspace '" + Names.shown(name) + "'");
    }

    /** Makes a workspace with a new name from a template with one integer format, as C's printf has it. */
    public Workspace makeTemporary(String template) throws Refusal {
        Matcher formats = FORMAT.matcher(template);
        String only = null;
        StringBuilder rest = new StringBuilder();
        while (formats.find()) {
            formats.appendReplacement(rest, "");
            if (!formats.group(1).equals("%")) {
                if (only != null) {
                    throw badTemplate(template);
                }
                only = formats.group(1);
            }
        }
        formats.appendTail(rest);
        if (only == null || rest.indexOf("%") >= 0) {
            throw badTemplate(template);
        }
        String name;
        do {
            temporaries++;
            name = formatted(template, temporaries);
        } while (workspaces.containsKey(name));
        return make(name);
    }

    private static String formatted(String template, long number) {
        return FORMAT.matcher(template)
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group(1).equals("%") ? "%" : number(found.group(1), number)));
    }

    /** C lets flags repeat and contradict one another, Java's formats do not. */
    private static String number(String format, long number) {
        int digits = 0;
        while ("-+ 0".indexOf(format.charAt(digits)) >= 0) {
            digits++;
        }
        String flags = format.substring(0, digits);
        String width = format.substring(digits, format.length() - 1);
        String sign = flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
        int room = width.isEmpty() ? 0 : Math.min(Integer.parseInt(width), 4_096);
        String text = Long.toString(number);
        int missing = Math.max(0, room - sign.length() - text.length());
        if (flags.contains("-")) {
            return sign + text + " ".repeat(missing);
        }
        return flags.contains("0") ? sign + "0".repeat(missing) + text : " ".repeat(missing) + sign + text;
    }

    private static Refusal badTemplate(String template) {
        return new Refusal(
                Refusal.FAILED, "template '" + Names.shown(template) + "' needs exactly one integer format such as %d");
    }

    /** Deletes a workspace and wakes who waits there. */
    public void delete(String name) throws Refusal {
        Workspace workspace = workspaces.get(name);
        if (workspace == null) {
            throw new Refusal(Refusal.FAILED, noWorkspace(name).getMessage());
        }
        if (name.equals(DEFAULT)) {
            throw new Refusal(Refusal.FAILED, "workspace " + DEFAULT + " is always there");
        }
        workspaces.remove(name);
        workspace.delete();
    }

    /** A connection has ended: what it owns and is not persistent goes. */
    public void onEnd(Object connection) {
        for (Workspace workspace : List.copyOf(workspaces.values())) {
            if (workspace.isOwnedBy(connection)) {
                workspace.loseOwner();
                if (!workspace.isPersistent()) {
                    workspaces.remove(workspace.name());
                    workspace.delete();
                }
            }
        }
    }

    /** A workspace as it was before the process ended. */
    public Workspace restored(String name) {
        Workspace workspace = workspaces.containsKey(name) ? workspaces.get(name) : make(name);
        workspace.restore();
        return workspace;
    }

    /** A workspace was deleted before the process ended. */
    public void restoreDeleted(String name) {
        Workspace workspace = workspaces.remove(name);
        if (workspace != null) {
            workspace.delete();
        }
    }

    /** A variable as it was before the process ended: another of its name is gone. */
    public static void restoreVariable(Workspace workspace, String name, String id, VariableMode mode, long stores) {
        Variable there = workspace.variable(name);
        if (there == null || !there.id().equals(id)) {
            there = workspace.restored(name, id);
        }
        there.restore(mode, Math.max(stores, there.stores()));
    }

    /** A variable was deleted before the process ended. */
    public static void restoreDeleted(Workspace workspace, String name) throws Refusal {
        workspace.deleteVariable(name);
    }

    /** A value as it was before the process ended. */
    public static void restoreValue(Variable variable, Value value) {
        variable.restore(value);
    }

    /** A value was gone before the process ended. */
    public static void restoreRemoved(Variable variable, long number) {
        variable.restoreRemoved(number);
    }
}
