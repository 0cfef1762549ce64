import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.javampi.river.tasks.Coprocess;
import org.javampi.river.tasks.Pool;
import org.javampi.river.tasks.TaskList;
import org.javampi.river.tasks.TaskReport;

/**
 * Serial tasks that cannot be trusted: some fail, some hang, one takes its VM with it. A report says what became of each;
 * nothing is left running. {@code ./river run examples/TaskCampaign.java}
 */
public class TaskCampaign {
    public static void main(String[] args) {
        List<Integer> inputs = IntStream.range(0, 20).boxed().toList();
        TaskReport<Integer> report = TaskList.<Integer, Integer>coarse(Pool.local(2))
                .taskTimeout(Duration.ofSeconds(3))
                .retries(1)
                .run(inputs, TaskCampaign::simulate);
        System.out.println(report);
        report.tasks().stream()
                .filter(task -> task.failure() != null)
                .forEach(task -> System.out.println(
                        "task " + task.task() + ": " + task.status() + " after " + task.attempts() + " attempts"));
    }

    private static int simulate(int input) throws Exception {
        switch (input) {
            case 5 -> throw new ArithmeticException("no solution for " + input);
            case 10 -> Thread.sleep(Long.MAX_VALUE);
            case 15 -> Runtime.getRuntime().halt(1);
            default -> {
                // As most programs that are worth a campaign, it runs another one.
                Coprocess command = Coprocess.run(List.of("expr", input + "", "*", "2"), Duration.ofSeconds(60));
                return Integer.parseInt(command.output().strip());
            }
        }
        return 0;
    }
}
