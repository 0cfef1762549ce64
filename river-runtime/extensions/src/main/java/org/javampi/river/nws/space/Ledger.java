package org.javampi.river.nws.space;

/** Writes down what happens in persistent workspaces, so that it survives the process. */
public interface Ledger {
    /** For a server that saves nothing. */
    Ledger NONE = new Ledger() {
        @Override
        public void opened(Workspace workspace) {}

        @Override
        public void deleted(Workspace workspace) {}

        @Override
        public void declared(Variable variable) {}

        @Override
        public void deleted(Variable variable) {}

        @Override
        public void stored(Variable variable, Value value) {}

        @Override
        public void removed(Variable variable, Value value) {}
    };

    /** A workspace has become persistent, with all that is in it. */
    void opened(Workspace workspace);

    /** A persistent workspace is gone. */
    void deleted(Workspace workspace);

    /** A variable is there, or has another mode. */
    void declared(Variable variable);

    /** A variable is gone. */
    void deleted(Variable variable);

    /** A value was stored. */
    void stored(Variable variable, Value value);

    /** A value is gone: replaced, or delivered to who took it. */
    void removed(Variable variable, Value value);
}
