package org.javampi.river.nws.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.javampi.river.nws.server.Reactor;
import org.javampi.river.nws.space.Refusal;
import org.javampi.river.nws.space.Space;
import org.javampi.river.nws.space.Value;
import org.javampi.river.nws.space.Variable;
import org.javampi.river.nws.space.Waiter;
import org.javampi.river.nws.space.Workspace;
import org.javampi.river.nws.wire.Descriptor;

/**
 * Asks translators, which are clients, what values of their language say. The translator of a language opens the
 * workspace {@code LANGUAGE babelfish}, fetches {@code food} and stores a text in {@code doof}. Nothing ties an answer to
 * a question: one question of a language is open at a time, and after one that was not answered in time the language is
 * left alone until its answer has come. Any thread.
 */
final class Babelfish {
    private static final int LONGEST = 40_000;

    private final Reactor server;

    /** The open question of each language; used in the server's thread. */
    private final Map<String, Question> open = new HashMap<>();

    Babelfish(Reactor server) {
        this.server = server;
    }

    /**
     * A value as text.
     *
     * @param timeoutMs how long a translator is waited for
     * @return null when nobody translates it in time
     */
    String translated(Value value, long timeoutMs) throws IOException, InterruptedException {
        String language = Descriptor.language(value.descriptor());
        Question question = server.visit(space -> ask(space, language, value));
        if (question == null) {
            return null;
        }
        try {
            return question.answer.get(timeoutMs, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return null;
        }
    }

    private Question ask(Space space, String language, Value value) throws Refusal {
        Workspace workspace = space.workspace(language + " babelfish");
        if (workspace == null || open.containsKey(language)) {
            return null;
        }
        Question question = new Question(language);
        open.put(language, question);
        value.content().retain();
        workspace.store("food", value.descriptor(), value.content());
        workspace.read("doof", question, true);
        return question;
    }

    /** Waits for an answer. */
    private final class Question implements Waiter {
        private final String language;
        private final CompletableFuture<String> answer = new CompletableFuture<>();

        Question(String language) {
            this.language = language;
        }

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
        public void onValue(Variable variable, Value value) {
            open.remove(language);
            try {
                answer.complete(UTF_8.decode(value.content().head(LONGEST)).toString());
            } catch (IOException e) {
                answer.completeExceptionally(e);
            }
            variable.delivered(value);
        }

        @Override
        public void onDeleted(Variable variable) {
            open.remove(language);
            answer.complete(null);
        }

        @Override
        public void onRefused(Variable variable) {
            onDeleted(variable);
        }
    }
}
