package programs;

import java.util.Map;
import java.util.UUID;
import org.javampi.river.message.LostException;
import org.javampi.river.resource.VirtualResource;

/** Watches another resource, and tells of its end. */
public class Witness extends VirtualResource {
    /** Fails at its first message. */
    public static class Victim extends VirtualResource {
        @Override
        protected void run() throws Exception {
            recv();
            throw new IllegalStateException("as it was told");
        }
    }

    @Override
    protected void run() throws Exception {
        UUID victim = (UUID) arguments().get(0);
        watch(victim);
        send(parent(), Map.of("watching", true));
        try {
            recv();
        } catch (LostException e) {
            send(parent(), Map.of("lost", e.resource()));
        }
    }
}
