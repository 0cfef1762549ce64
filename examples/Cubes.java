import java.util.List;
import org.javampi.river.nws.NetWorkSpace;
import org.javampi.river.nws.NwsServer;

/**
 * A table of cubes by two processes that meet in a workspace: this one stores numbers, the other one fetches them and
 * stores their cubes. Neither knows the other; a client in Python or R could take either part. Start it with
 * {@code ./river run examples/Cubes.java}.
 */
public class Cubes {
    private static final int COUNT = 10;

    /** The other process. */
    public static class Worker {
        public static void main(String[] args) {
            try (NetWorkSpace table = NetWorkSpace.use("cubes", "127.0.0.1", Integer.parseInt(args[0]))) {
                int x = table.fetch("x");
                while (x > 0) {
                    table.store("cube", List.of(x, x * x * x));
                    x = table.fetch("x");
                }
            }
        }
    }

    public static void main(String[] args) throws Exception {
        try (NwsServer server = NwsServer.start(0);
                NetWorkSpace table = new NetWorkSpace("cubes", "127.0.0.1", server.port())) {
            for (int x = 1; x <= COUNT; x++) {
                table.store("x", x);
            }
            table.store("x", 0);
            Process worker = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Worker.class.getName(),
                            Integer.toString(server.port()))
                    .inheritIO()
                    .start();
            for (int i = 0; i < COUNT; i++) {
                List<Integer> row = table.fetch("cube");
                System.out.println(row.get(0) + " cubed is " + row.get(1));
            }
            worker.waitFor();
        }
    }
}
