package org.javampi.river.nws.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.javampi.river.nws.space.Content;
import org.javampi.river.nws.space.HeapContent;
import org.javampi.river.nws.space.Names;
import org.javampi.river.nws.space.Refusal;
import org.javampi.river.nws.space.Space;
import org.javampi.river.nws.space.Value;
import org.javampi.river.nws.space.Variable;
import org.javampi.river.nws.space.VariableMode;
import org.javampi.river.nws.space.Waiter;
import org.javampi.river.nws.space.Workspace;
import org.javampi.river.nws.wire.Descriptor;
import org.javampi.river.nws.wire.Digits;
import org.javampi.river.nws.wire.Option;
import org.javampi.river.nws.wire.ProtocolException;

/**
 * What one client may do and has done: serves its requests one after the other. A request that waits is finished by
 * the session that stores or deletes, by its time limit, or by the end of the connection.
 */
final class Session {
    private static final int NAME_OF_VARIABLE = 2;
    private static final int VALUE_ID = 3;
    private static final int VALUE_NUMBER = 4;
    private static final int CREATE_OF_OPEN = 4;
    private static final int CREATE_OF_USE = 4;

    private final Space space;
    private final Connection connection;
    private final Reply reply;
    private final boolean timeLimits;
    private final Map<String, Workspace> opened = new HashMap<>();
    private Reading waiting;
    private Variable waitsFor;
    private Reactor.Timer timer;

    Session(Space space, Connection connection, Reply reply, boolean timeLimits) {
        this.space = space;
        this.connection = connection;
        this.reply = reply;
        this.timeLimits = timeLimits;
    }

    /** Whether the last request is not answered yet. */
    boolean isWaiting() {
        return waiting != null;
    }

    /**
     * Serves a request: answers it, or lets it wait.
     *
     * @throws IOException when the connection cannot go on
     */
    void serve(Request request) throws IOException {
        String operation = request.operation();
        boolean wantsValue =
                switch (operation) {
                    case "mktemp ws", "list wss", "list vars" -> true;
                    case "fetch", "find", "fetchTry", "findTry" -> true;
                    case "ifetch", "ifind", "ifetchTry", "ifindTry" -> true;
                    default -> false;
                };
        try {
            serve(operation, request);
        } catch (Refusal e) {
            if (wantsValue) {
                connection.send(reply.noValue(e.status(), e.getMessage(), 0));
            } else {
                connection.send(reply.status(e.status(), e.getMessage()));
            }
        }
    }

    private void serve(String operation, Request request) throws Refusal, IOException {
        switch (operation) {
            case "open ws" -> {
                boolean create = !request.argument(CREATE_OF_OPEN, "yes").equals("no");
                boolean persistent = request.argument(3, "no").equals("yes");
                String owner = connection.peer() + " (" + request.argument(2, "") + ")";
                remember(space.open(workspaceName(request), this, owner, persistent, create));
                done();
            }
            case "use ws" -> {
                boolean create = !request.argument(CREATE_OF_USE, "yes").equals("no");
                remember(space.use(workspaceName(request), create));
                done();
            }
            case "delete ws" -> {
                space.delete(workspaceName(request));
                done();
            }
            case "mktemp ws" -> {
                Workspace made = space.makeTemporary(request.argument(1, "__ws__%d"));
                remember(made);
                sendText(made.name());
            }
            case "list wss" -> sendText(listWorkspaces(request.argument(1, null)));
            case "list vars" -> sendText(listVariables(workspace(request)));
            case "declare var" -> {
                String word = request.argument(3, "");
                VariableMode mode = VariableMode.ofWord(word);
                Workspace workspace = workspace(request);
                if (mode == null) {
                    throw new Refusal(Refusal.FAILED, "mode '" + word + "' is not one of fifo, lifo, multi, single");
                }
                workspace.declare(variableName(request), mode);
                done();
            }
            case "delete var" -> {
                workspace(request).deleteVariable(variableName(request));
                done();
            }
            case "store" -> store(request);
            case "fetch", "fetchTry", "find", "findTry" -> read(operation, request);
            case "ifetch", "ifetchTry", "ifind", "ifindTry" -> iterate(operation, request);
            default -> {
                // Nobody knows what its client waits for.
                connection.send(reply.status(Refusal.FAULT, "no operation '" + operation + "'"));
                throw new ProtocolException("'" + operation + "' is no operation");
            }
        }
    }

    private void done() {
        connection.send(reply.status(0, null));
    }

    private void sendText(String text) throws IOException {
        byte[] bytes = text.getBytes(ISO_8859_1);
        connection.send(reply.text(Descriptor.TEXT, bytes.length), new HeapContent(bytes), null);
    }

    private static String workspaceName(Request request) throws Refusal {
        return needed(request, 1, "the name of a workspace");
    }

    private static String variableName(Request request) throws Refusal {
        return needed(request, NAME_OF_VARIABLE, "the name of a variable");
    }

    private static String needed(Request request, int index, String what) throws Refusal {
        String argument = request.argument(index, null);
        if (argument == null) {
            throw new Refusal(Refusal.FAILED, "'" + request.operation() + "' needs " + what);
        }
        return argument;
    }

    private void remember(Workspace workspace) {
        opened.put(workspace.name(), workspace);
    }

    private Workspace workspace(Request request) throws Refusal {
        String name = workspaceName(request);
        Workspace workspace = opened.get(name);
        if (workspace == null) {
            throw new Refusal(
                    space.workspace(name) == null ? Refusal.NO_WORKSPACE : Refusal.NOT_OPENED,
                    "this connection has not opened workspace '" + Names.shown(name) + "'");
        }
        if (workspace.isDeleted()) {
            throw new Refusal(Refusal.NO_WORKSPACE, "workspace '" + Names.shown(name) + "' was deleted");
        }
        return workspace;
    }

    private String listWorkspaces(String only) {
        StringBuilder lines = new StringBuilder();
        for (Workspace workspace : space.workspaces()) {
            if (only == null || only.equals(workspace.name())) {
                lines.append(workspace.isOwnedBy(this) ? '>' : ' ').append(workspace.name());
                lines.append('\t').append(workspace.ownerText());
                lines.append('\t').append(workspace.isPersistent() ? "True" : "False");
                lines.append('\t').append(workspace.variables().size()).append('\t');
                String separator = "";
                for (Variable variable : workspace.variables()) {
                    lines.append(separator).append(variable.name());
                    separator = ",";
                }
                lines.append('\n');
            }
        }
        return lines.toString();
    }

    private static String listVariables(Workspace workspace) {
        StringBuilder lines = new StringBuilder();
        for (Variable variable : workspace.variables()) {
            lines.append(lines.isEmpty() ? "" : "\n").append(variable.name());
            lines.append('\t').append(variable.values().size());
            lines.append('\t').append(variable.fetchers());
            lines.append('\t').append(variable.finders());
            lines.append('\t').append(variable.mode().word());
        }
        return lines.toString();
    }

    private void store(Request request) throws Refusal, IOException {
        if (request.value() == null) {
            throw new Refusal(Refusal.FAILED, "'store' needs workspace, variable, descriptor and value");
        }
        Content content;
        try {
            content = request.value().finish();
        } catch (IOException e) {
            throw new Refusal(Refusal.FAULT, e.getMessage());
        }
        try {
            long descriptor = number(request.argument(3, ""), "descriptor");
            workspace(request).store(variableName(request), descriptor, content);
        } catch (Refusal | IOException e) {
            content.release();
            throw e;
        }
        done();
    }

    private static long number(String text, String what) throws ProtocolException {
        long number = text.isEmpty() || text.length() > Digits.LONG
                ? -1
                : Digits.tryRead(ByteBuffer.wrap(text.getBytes(ISO_8859_1)), text.length(), what);
        if (number < 0) {
            throw new ProtocolException(what + ": '" + text + "' is not a number of " + Digits.LONG + " digits");
        }
        return number;
    }

    private void read(String operation, Request request) throws Refusal, IOException {
        boolean mayWait = !operation.endsWith("Try");
        await(workspace(request), request, new Reading(operation.startsWith("fetch"), false, -1), mayWait);
    }

    private void iterate(String operation, Request request) throws Refusal, IOException {
        boolean mayWait = !operation.endsWith("Try");
        String id = request.argument(VALUE_ID, "");
        long number = number(request.argument(VALUE_NUMBER, "0"), "index");
        Workspace workspace = workspace(request);
        Variable variable = workspace.variable(variableName(request));
        boolean first = id.isBlank();
        if (!first && (variable == null || !variable.id().equals(id))) {
            throw new Refusal(Refusal.FAILED, "the variable that this iterator began with is gone");
        }
        if (variable != null && !variable.mode().isIterable()) {
            sendNoIterators(variable);
            return;
        }
        await(workspace, request, new Reading(operation.startsWith("ifetch"), true, first ? -1 : number), mayWait);
    }

    private void sendNoIterators(Variable variable) {
        Refusal why = Workspace.noIterators(variable);
        connection.send(reply.noValue(why.status(), why.getMessage(), Descriptor.TEXT));
    }

    private void await(Workspace workspace, Request request, Reading reading, boolean mayWait)
            throws Refusal, IOException {
        String limit = timeLimits ? request.metadata().get(Option.TIMEOUT) : null;
        Variable variable = workspace.read(variableName(request), reading, mayWait);
        if (variable != null) {
            waiting = reading;
            waitsFor = variable;
            if (limit != null) {
                timer = connection.after(number(limit, Option.TIMEOUT), () -> onTimeout(reading));
            }
        }
    }

    private void onTimeout(Reading reading) {
        if (waiting == reading) {
            waitsFor.forget(reading);
            finish(reply.noValue(Option.TIMED_OUT, "no value has come in time", 0));
        }
    }

    private void finish(byte[] answer) {
        connection.send(answer);
        waitNoLonger();
        connection.resume();
    }

    private void waitNoLonger() {
        waiting = null;
        waitsFor = null;
        if (timer != null) {
            connection.cancel(timer);
            timer = null;
        }
    }

    /** The connection has ended. */
    void end() {
        if (waiting != null) {
            waitsFor.forget(waiting);
            waitNoLonger();
        }
        space.onEnd(this);
    }

    /** A fetch or find of this client. */
    private final class Reading implements Waiter {
        private final boolean takes;
        private final boolean iterates;
        private final long after;

        Reading(boolean takes, boolean iterates, long after) {
            this.takes = takes;
            this.iterates = iterates;
            this.after = after;
        }

        @Override
        public boolean takes() {
            return takes;
        }

        @Override
        public boolean iterates() {
            return iterates;
        }

        @Override
        public long after() {
            return after;
        }

        @Override
        public void onValue(Variable variable, Value value) {
            if (waiting == this) {
                waitNoLonger();
                connection.resume();
            }
            Content content = value.content();
            byte[] head = reply.value(value.descriptor(), variable.id(), value.number(), content.size());
            connection.send(head, content, takes ? new Delivery(variable, value) : null);
        }

        @Override
        public void onDeleted(Variable variable) {
            String name = variable.name();
            finish(reply.noValue(Refusal.FAILED, "variable '" + Names.shown(name) + "' was deleted", 0));
        }

        @Override
        public void onRefused(Variable variable) {
            Refusal why = Workspace.noIterators(variable);
            finish(reply.noValue(why.status(), why.getMessage(), Descriptor.TEXT));
        }
    }

    /** A taken value on its way. */
    private record Delivery(Variable variable, Value value) implements Output.Delivery {
        @Override
        public void onDelivered() {
            variable.delivered(value);
        }

        @Override
        public void onLost() {
            variable.giveBack(value);
        }
    }
}
