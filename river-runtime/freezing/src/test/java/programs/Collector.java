package programs;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.resource.VirtualResource;

/** Takes what many send it, and stands for nothing that is lost, doubled, out of order or altered. */
public class Collector extends VirtualResource {
    @Override
    protected void run() throws Exception {
        Map<UUID, Integer> counts = new HashMap<>();
        long sum = 0;
        for (int left = (Integer) arguments().get(0); left > 0; left--) {
            RiverMessage message = recv();
            int expected = counts.merge(message.source(), 1, Integer::sum) - 1;
            if (message.getInt("seq") != expected) {
                throw new IllegalStateException("message " + message.getInt("seq") + " instead of " + expected);
            }
            sum += checked(message);
        }
        send(parent(), Map.of("counts", counts.values().stream().sorted().toList(), "sum", sum));
    }

    private static long checked(RiverMessage message) {
        CRC32 crc = new CRC32();
        crc.update(message.getBytes("data"));
        if (crc.getValue() != message.getLong("crc")) {
            throw new IllegalStateException("message " + message.getInt("seq") + " is damaged");
        }
        return crc.getValue();
    }
}
