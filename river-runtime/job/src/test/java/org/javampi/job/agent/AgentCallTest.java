package org.javampi.job.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.javampi.river.trust.Secret;
import org.junit.jupiter.api.Test;

/** What the agent of another host is told, by either way. */
class AgentCallTest {
    private final Secret secret = Secret.random();

    private static BufferedReader reader(String text) {
        return new BufferedReader(new StringReader(text));
    }

    private static void assertTold(Secret secret, int host, AgentCall call) {
        assertEquals(secret.toHex(), call.secret().toHex());
        assertEquals(host, call.host());
        assertEquals(
                List.of(new InetSocketAddress("10.0.0.1", 4711), new InetSocketAddress("fe80:0:0:0:0:0:0:7", 4711)),
                call.launcher());
        assertEquals("10.0.0.0/8", call.networkInterface());
        assertEquals(2000, call.silenceMs());
        assertEquals(5000, call.reachMs());
    }

    private String text(String host) {
        return AgentCall.text(
                secret, host, List.of("10.0.0.1:4711", "fe80:0:0:0:0:0:0:7:4711"), "10.0.0.0/8", 2000, 5000);
    }

    @Test
    void shouldBeReadFromStandardInputAndNoFurther() throws IOException {
        BufferedReader in = reader(text("3") + "not for the agent\n");
        assertTold(secret, 3, AgentCall.read(Map.of(), in));
        assertEquals("not for the agent", in.readLine());
    }

    @Test
    void shouldBeReadFromTheEnvironmentWhereOneCallIsForAllNodes() throws IOException {
        Map<String, String> environment = Map.of(AgentCall.VARIABLE, text("n1,n2,n3"), "SLURMD_NODENAME", "n2");
        assertTold(secret, 1, AgentCall.read(environment, reader("")));
    }

    @Test
    void shouldSayWhoStartsItWhenItIsStartedByHand() {
        for (String typed : List.of("", "hello\n", "secret=xyz\n", "end\n")) {
            var refusal = assertThrows(IOException.class, () -> AgentCall.read(Map.of(), reader(typed)));
            assertTrue(refusal.getMessage().contains("javampirun"), refusal.getMessage());
        }
    }
}
