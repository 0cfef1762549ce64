package programs;

import static org.javampi.river.message.Constraint.where;

import java.io.File;
import java.io.FileInputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.javampi.river.resource.Allocation;
import org.javampi.river.resource.VirtualResource;

/** Receives where it cannot be frozen. */
public class Hindered extends VirtualResource {
    /** Is initialised by what it receives. */
    static final class Late {
        static final int NUMBER = receive();

        private Late() {}

        private static int receive() {
            try {
                now.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return 1;
        }
    }

    /** Receives before its superclass has its fields. */
    static final class Early extends Base {
        Early(Hindered hindered) throws InterruptedException {
            super(hindered.await());
        }
    }

    static class Base {
        final int number;

        Base(int number) {
            this.number = number;
        }
    }

    private static Hindered now;

    @Override
    protected void run() throws Exception {
        now = this;
        switch ((String) arguments().get(0)) {
            case "callback" -> List.of(1).forEach(one -> awaitQuietly());
            case "reflection" -> Hindered.class.getDeclaredMethod("await").invoke(this);
            case "initialiser" -> send(parent(), Map.of("number", Late.NUMBER));
            case "constructor" -> send(parent(), Map.of("number", new Early(this).number));
            case "thread" -> {
                CountDownLatch end = new CountDownLatch(1);
                Thread worker = new Thread(() -> idle(end), "worker");
                worker.start();
                await();
                end.countDown();
            }
            case "file" -> {
                File file = File.createTempFile("hindered", null);
                try (FileInputStream in = new FileInputStream(file)) {
                    await();
                    send(parent(), Map.of("read", in.read()));
                } finally {
                    file.delete();
                }
            }
            default -> {
                try (Allocation lease = river().allocate(0)) {
                    await();
                    send(parent(), Map.of("leased", lease.vms().size()));
                }
            }
        }
        send(parent(), Map.of("over", true));
    }

    private static void idle(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitQuietly() {
        try {
            await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int await() throws InterruptedException {
        send(parent(), Map.of("here", true));
        return recv(where("go").isPresent()).getInt("go");
    }
}
