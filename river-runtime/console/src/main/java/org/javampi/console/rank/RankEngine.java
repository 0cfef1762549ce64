package org.javampi.console.rank;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.javampi.console.job.JobLink;
import org.javampi.job.RankGuest;
import org.javampi.job.RankHost;
import org.javampi.river.parallel.engine.Engine;
import org.javampi.river.parallel.engine.EngineMessage;

/** Makes a rank an engine as long as a visitor talks to it: beside its program, with the program's classes and MPI. */
public final class RankEngine implements RankGuest {
    private static final InheritableThreadLocal<RankHost> HERE = new InheritableThreadLocal<>();

    /** For {@link java.util.ServiceLoader}. */
    public RankEngine() {}

    @Override
    public Talk open(RankHost rankHost, ClassLoader programLoader, Consumer<byte[]> answers) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("host", rankHost.hostName());
        place.put("rank", rankHost.rank());
        Engine engine = new Engine(
                rankHost.rank(),
                rankHost.size(),
                programLoader,
                Thread.currentThread().getThreadGroup(),
                place,
                answer -> answers.accept(shortEnough(answer)),
                () -> {});
        engine.offer(rankHost::registered);
        // The engine's threads are started by this one, or by each other.
        RankHost before = HERE.get();
        HERE.set(rankHost);
        engine.start();
        HERE.set(before);
        return talk(engine);
    }

    /** The rank whose engine the calling thread belongs to. */
    public static RankHost here() {
        return HERE.get();
    }

    /** A result that is too long for the job's control connection becomes a failure that says so. */
    private static byte[] shortEnough(byte[] answer) {
        if (answer.length <= JobLink.LONGEST) {
            return answer;
        }
        EngineMessage message = EngineMessage.decoded(answer);
        String text = "a result of " + answer.length + " bytes: engines in ranks send at most " + JobLink.LONGEST
                + "; move large data by MPI";
        return EngineMessage.of(EngineMessage.Kind.FAILURE, message.call(), text)
                .encoded();
    }

    private static Talk talk(Engine engine) {
        return new Talk() {
            @Override
            public void onMessage(byte[] message) {
                engine.onMessage(message);
            }

            @Override
            public void onGone() {
                engine.close();
            }
        };
    }
}
