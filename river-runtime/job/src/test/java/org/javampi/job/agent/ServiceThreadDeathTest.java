package org.javampi.job.agent;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;

class ServiceThreadDeathTest {
    @Test
    void shouldNameTheThreadAndEndTheProcess() throws InterruptedException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CountDownLatch ended = new CountDownLatch(1);
        Thread thread = new Thread(
                () -> {
                    throw new OutOfMemoryError("unable to create native thread");
                },
                "river-vm");
        thread.setUncaughtExceptionHandler(new ServiceThreadDeath(
                "javampirun", new PrintStream(err, true, StandardCharsets.UTF_8), ended::countDown));
        thread.start();
        assertTrue(ended.await(Patience.seconds(120), TimeUnit.SECONDS));
        String text = err.toString(StandardCharsets.UTF_8);
        assertTrue(
                text.startsWith("javampirun: thread river-vm has failed, and the job ends with it:"
                        + " java.lang.OutOfMemoryError: unable to create native thread"),
                text);
        assertTrue(text.contains("at " + getClass().getName()), text);
    }
}
