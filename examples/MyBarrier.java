import static org.javampi.MPI.*;
import static org.javampi.MPIX.*;

import org.javampi.core.spi.collective.BarrierAlgorithm;
import org.javampi.core.spi.collective.Channel;

/**
 * Lesson 5: a barrier of one's own. Word goes around a ring twice: when it has been everywhere
 * once, everybody has come; the second time everybody learns so. Try {@code --explain-coll}.
 */
public class MyBarrier implements BarrierAlgorithm {
    @Override
    public String name() {
        return "my_ring";
    }

    @Override
    public void run(Channel channel) {
        int right = (channel.rank() + 1) % channel.size();
        int left = (channel.rank() + channel.size() - 1) % channel.size();
        for (int lap = 0; lap < 2 && channel.size() > 1; lap++) {
            if (channel.rank() > 0) {
                channel.receive(channel.nothing(), left);
            }
            channel.send(channel.nothing(), right);
            if (channel.rank() == 0) {
                channel.receive(channel.nothing(), left);
            }
        }
    }

    public static void main(String[] args) {
        MPI_Init(args);
        MPI_Attr_put(MPI_COMM_WORLD, MPIX_COLLECTIVE_ALGORITHMS, new MyBarrier());
        for (int round = 1; round <= 3; round++) {
            MPI_Barrier(MPI_COMM_WORLD);
            if (MPI_Comm_rank(MPI_COMM_WORLD) == 0) {
                System.out.println("round " + round + ": all " + MPI_Comm_size(MPI_COMM_WORLD) + " have come");
            }
        }
        MPI_Finalize();
    }
}
