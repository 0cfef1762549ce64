package org.javampi.river.nws;

/** The server of a workspace: what concerns no single one. */
public interface NwsConnection {
    /**
     * Makes a workspace with a new name without an owner until a client opens it.
     *
     * @param t a template with one integer format, such as {@code t_%d}
     * @return the name
     */
    String mktempWs(String t);

    /**
     * All workspaces: a line each, with fields separated by tabs: {@code >} (mine) or a blank and the name, owner, {@code
     * True} or {@code False} for persistent, number of variables, variables.
     */
    String listWss();

    /** Deletes a workspace; operations that wait there end with an exception. */
    void deleteWs(String n);
}
