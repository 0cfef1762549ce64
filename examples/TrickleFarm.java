import java.util.List;
import java.util.stream.IntStream;
import org.javampi.river.trickle.Handle;
import org.javampi.river.trickle.Trickle;
import org.javampi.river.trickle.VmHandle;

/**
 * A task farm: functions go to virtual machines, with an argument each or with chunks of a list. {@code ./river run
 * examples/TrickleFarm.java} uses the VMs that {@code ./river vm} has started, and starts four here where there are none.
 * Kill one of them while it runs: the sum stays the same.
 */
public class TrickleFarm {
    public static void main(String[] args) throws Exception {
        List<Integer> numbers = IntStream.range(0, 100).boxed().toList();
        try (Trickle t = Trickle.connect(4)) {
            t.inject(TrickleFarm.class); // code goes to each VM now, not at first use

            // One call on each VM.
            System.out.println("each: " + t.each((Integer x) -> x + 10, 10));

            // An argument for each VM, all at the same time.
            List<Handle<Integer>> handles = t.fork((Integer x) -> x + 10, List.of(0, 1, 2, 3));
            System.out.println("fork: " + Trickle.join(handles));

            // Chunks of ten numbers, the next one where a VM is free; results in the order of the chunks.
            List<Long> sums = t.forkWork((List<Integer> part) -> sum(part), numbers, 10);
            System.out.println("forkWork: " + sums + ", all: " + sum(sums));

            // The same, each result as soon as it is there.
            long all = t.forkWorkStream((List<Integer> part) -> sum(part), numbers, 10)
                    .mapToLong(x -> x)
                    .sum();
            System.out.println("forkWorkStream: " + all);

            // One VM, which remembers what it is given.
            VmHandle vm = t.vms().get(0);
            vm.put("offset", 1000);
            System.out.println("call: " + vm.call((Integer x) -> x + Trickle.<Integer>local("offset"), 7));
        }
    }

    private static long sum(List<? extends Number> part) {
        return part.stream().mapToLong(Number::longValue).sum();
    }
}
