package programs;

import java.util.Map;
import org.javampi.river.resource.VirtualResource;

/** Sends more than its receiver takes. */
public class Flood extends VirtualResource {
    @Override
    protected void run() throws Exception {
        for (int i = 0; i < 40; i++) {
            send(parent(), Map.of("seq", i, "data", new byte[1 << 20]));
        }
    }
}
