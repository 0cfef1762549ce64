package org.javampi.river.nws.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.javampi.river.nws.server.Reactor;
import org.javampi.river.nws.space.Names;
import org.javampi.river.nws.space.Refusal;
import org.javampi.river.nws.space.Space;
import org.javampi.river.nws.space.Value;
import org.javampi.river.nws.space.Variable;
import org.javampi.river.nws.space.Waiter;
import org.javampi.river.nws.space.Workspace;
import org.javampi.river.nws.wire.Descriptor;

/** What each operation shows or does. Any thread; the workspaces are looked at in the server's. */
final class Views {
    private static final int REFRESH_SECONDS = 5;
    private static final int SHOWN_VALUES = 100;
    private static final int SHOWN_BYTES = 1_000;
    private static final long TRANSLATION_MS = 2_000;

    private final Reactor server;
    private final Babelfish babelfish;
    private final String token;

    Views(Reactor server, String token) {
        this.server = server;
        this.token = token;
        babelfish = new Babelfish(server);
    }

    /**
     * What a form has done.
     *
     * @param page to show, or null
     * @param next where to go on without one
     */
    record Done(String page, String next) {}

    /** The page of an operation that changes nothing; of one that does, the question whether to. */
    String page(Map<String, String> parameters) throws IOException, Refusal, InterruptedException {
        String operation = parameters.getOrDefault("op", "listWss");
        String workspace = parameters.getOrDefault("wsName", "");
        String variable = parameters.getOrDefault("varName", "");
        return switch (operation) {
            case "listWss" -> listWorkspaces();
            case "listClients" -> listClients();
            case "listVars" -> listVariables(workspace);
            case "showVar" -> showVariable(workspace, variable);
            case "confirmDeleteWs", "deleteWs" ->
                question(
                        "Delete workspace " + workspace + "?",
                        "Its values are lost, and all that wait in it get an error.",
                        "Delete workspace",
                        Map.of("op", "deleteWs", "wsName", workspace, "token", token),
                        List.of(workspaces()));
            case "confirmDeleteVar", "deleteVar" ->
                question(
                        "Delete variable " + variable + "?",
                        "Its values are lost, and all that wait for it get an error.",
                        "Delete variable",
                        Map.of("op", "deleteVar", "wsName", workspace, "varName", variable, "token", token),
                        List.of(workspaces(), variables(workspace)));
            case "confirmFetchTryVar", "fetchTryVar" ->
                question(
                        "Fetch a value of " + variable + "?",
                        "The value is shown and taken away.",
                        "Fetch value",
                        Map.of("op", "fetchTryVar", "wsName", workspace, "varName", variable, "token", token),
                        List.of(workspaces(), variables(workspace)));
            default -> throw new Refusal(Refusal.FAILED, "no operation '" + operation + "'");
        };
    }

    /** Does what a form asks. */
    Done change(Map<String, String> parameters) throws IOException, Refusal, InterruptedException {
        String operation = parameters.getOrDefault("op", "");
        String workspace = Names.typed(parameters.getOrDefault("wsName", ""));
        String variable = Names.typed(parameters.getOrDefault("varName", ""));
        switch (operation) {
            case "deleteWs" -> {
                server.visit(space -> {
                    space.delete(workspace);
                    return null;
                });
                return new Done(null, "/doit?op=listWss");
            }
            case "deleteVar" -> {
                server.visit(space -> {
                    existing(space, workspace).deleteVariable(variable);
                    return null;
                });
                return new Done(null, address(workspace));
            }
            case "fetchTryVar" -> {
                Glance glance = new Glance();
                server.visit(space -> existing(space, workspace).read(variable, glance, false));
                String value = shown(glance.value, glance.start, TRANSLATION_MS);
                Html page = new Html("Fetched from " + Names.shown(variable), 0);
                page.navigation(List.of(workspaces(), variables(Names.shown(workspace))));
                page.table(List.of("Value"), List.of(List.of(value)));
                return new Done(page.text(), null);
            }
            default -> throw new Refusal(Refusal.FAILED, "no operation '" + operation + "' of a form");
        }
    }

    private static String address(String workspace) {
        return "/doit?op=listVars&wsName=" + URLEncoder.encode(Names.shown(workspace), UTF_8);
    }

    /** A page that says what is wrong. */
    String trouble(String why) {
        return new Html("Not found", 0)
                .navigation(List.of(workspaces()))
                .paragraph(why)
                .text();
    }

    private static String workspaces() {
        return Html.link("Workspaces", Map.of("op", "listWss"));
    }

    private static String variables(String workspace) {
        return Html.link(workspace, ordered("op", "listVars", "wsName", workspace));
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static Workspace existing(Space space, String name) throws Refusal {
        Workspace workspace = space.workspace(name);
        if (workspace == null) {
            throw Space.noWorkspace(name);
        }
        return workspace;
    }

    private static String question(
            String title, String consequence, String button, Map<String, String> fields, List<String> back) {
        return new Html(title, 0)
                .navigation(back)
                .paragraph(consequence)
                .button(button, fields)
                .text();
    }

    private String listWorkspaces() throws IOException, InterruptedException {
        List<List<String>> rows = server.visit(space -> {
            List<List<String>> all = new ArrayList<>();
            for (Workspace workspace : space.workspaces()) {
                String name = Names.shown(workspace.name());
                all.add(List.of(
                        variables(name),
                        Html.escaped(Names.shown(workspace.ownerText())),
                        workspace.isPersistent() ? "yes" : "no",
                        Integer.toString(workspace.variables().size()),
                        Html.link("delete", ordered("op", "confirmDeleteWs", "wsName", name))));
            }
            return all;
        });
        Html page = new Html("Workspaces", REFRESH_SECONDS);
        page.navigation(List.of(workspaces(), Html.link("Clients", Map.of("op", "listClients"))));
        return page.table(List.of("Workspace", "Owner", "Persistent", "Variables#", ""), rows)
                .text();
    }

    private String listClients() throws IOException, InterruptedException {
        List<List<String>> rows = new ArrayList<>();
        server.clients()
                .forEach((peer, state) -> rows.add(List.of(Html.escaped(peer), Html.escaped(Names.shown(state)))));
        Html page = new Html("Clients", REFRESH_SECONDS).navigation(List.of(workspaces()));
        return page.table(List.of("Client", "What it does"), rows).text();
    }

    private String listVariables(String name) throws IOException, InterruptedException {
        List<List<String>> rows = server.visit(space -> {
            List<List<String>> all = new ArrayList<>();
            for (Variable variable : existing(space, Names.typed(name)).variables()) {
                String shown = Names.shown(variable.name());
                all.add(List.of(
                        Html.link(shown, ordered("op", "showVar", "wsName", name, "varName", shown)),
                        Integer.toString(variable.values().size()),
                        Integer.toString(variable.fetchers()),
                        Integer.toString(variable.finders()),
                        variable.mode().word(),
                        Html.link("fetch", ordered("op", "confirmFetchTryVar", "wsName", name, "varName", shown)),
                        Html.link("delete", ordered("op", "confirmDeleteVar", "wsName", name, "varName", shown))));
            }
            return all;
        });
        Html page = new Html("Variables of " + name, REFRESH_SECONDS).navigation(List.of(workspaces()));
        return page.table(List.of("Variable", "Values#", "Waiting fetchers#", "Waiting finders#", "Mode", "", ""), rows)
                .text();
    }

    /** A value and its first bytes, as they were when it was looked at. */
    private record Seen(Value value, ByteBuffer start) {}

    private String showVariable(String workspace, String name) throws IOException, InterruptedException {
        String[] mode = new String[1];
        int[] count = new int[1];
        List<Seen> seen = server.visit(space -> {
            Variable variable = existing(space, Names.typed(workspace)).variable(Names.typed(name));
            if (variable == null) {
                throw new Refusal(Refusal.FAILED, "workspace '" + workspace + "' has no variable '" + name + "'");
            }
            mode[0] = variable.mode().word();
            count[0] = variable.values().size();
            List<Seen> some = new ArrayList<>();
            for (Value value : variable.values()) {
                if (some.size() == SHOWN_VALUES) {
                    break;
                }
                some.add(new Seen(value, value.content().head(SHOWN_BYTES)));
            }
            return some;
        });
        List<List<String>> rows = new ArrayList<>();
        long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TRANSLATION_MS);
        for (Seen one : seen) {
            long leftMs = TimeUnit.NANOSECONDS.toMillis(endNs - System.nanoTime());
            rows.add(List.of(
                    Long.toString(one.value.number()),
                    Long.toString(one.value.content().size()),
                    Descriptor.language(one.value.descriptor()),
                    shown(one.value, one.start, leftMs)));
        }
        Html page = new Html(name + " (" + mode[0] + ")", REFRESH_SECONDS);
        page.navigation(List.of(workspaces(), variables(workspace)));
        page.table(List.of("Number#", "Bytes#", "From", "Value"), rows);
        if (count[0] > seen.size()) {
            page.paragraph("The first " + seen.size() + " of " + count[0] + " values.");
        }
        return page.text();
    }

    private String shown(Value value, ByteBuffer start, long translationMs) throws IOException, InterruptedException {
        long size = value.content().size();
        String text = null;
        if (Descriptor.isText(value.descriptor())) {
            text = UTF_8.decode(start.duplicate()).toString();
            if (size > start.remaining()) {
                text += "... (" + (size - start.remaining()) + " bytes more)";
            }
        } else if (!Descriptor.isPlain(value.descriptor()) && translationMs > 0) {
            text = babelfish.translated(value, translationMs);
        }
        if (text == null) {
            text = size + " bytes from " + Descriptor.language(value.descriptor());
        }
        return "<pre>" + Html.escaped(text) + "</pre>";
    }

    /** Takes a value for a page. */
    private static final class Glance implements Waiter {
        private Value value;
        private ByteBuffer start;

        @Override
        public boolean takes() {
            return true;
        }

        @Override
        public boolean iterates() {
            return false;
        }

        @Override
        public long after() {
            return -1;
        }

        @Override
        public void onValue(Variable variable, Value got) {
            value = got;
            try {
                start = got.content().head(SHOWN_BYTES);
            } catch (IOException e) {
                start = ByteBuffer.wrap(e.toString().getBytes(UTF_8));
            }
            variable.delivered(got);
        }

        @Override
        public void onDeleted(Variable variable) {
            throw new IllegalStateException("a page does not wait");
        }

        @Override
        public void onRefused(Variable variable) {
            throw new IllegalStateException("a page does not wait");
        }
    }
}
