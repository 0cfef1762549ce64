package org.javampi.collectives;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.javampi.collectives.allgather.BruckAllgather;
import org.javampi.collectives.allgather.LinearAllgather;
import org.javampi.collectives.allgather.NeighborExchangeAllgather;
import org.javampi.collectives.allgather.RecursiveDoublingAllgather;
import org.javampi.collectives.allgather.RingAllgather;
import org.javampi.collectives.allgather.SharedAllgather;
import org.javampi.collectives.allreduce.RabenseifnerAllreduce;
import org.javampi.collectives.allreduce.RecursiveDoublingAllreduce;
import org.javampi.collectives.allreduce.ReduceBcastAllreduce;
import org.javampi.collectives.allreduce.RingAllreduce;
import org.javampi.collectives.allreduce.SegmentedRingAllreduce;
import org.javampi.collectives.allreduce.SharedAllreduce;
import org.javampi.collectives.allreduce.TwoLevelAllreduce;
import org.javampi.collectives.alltoall.BruckAlltoall;
import org.javampi.collectives.alltoall.LinearAlltoall;
import org.javampi.collectives.alltoall.PairwiseAlltoall;
import org.javampi.collectives.alltoall.ScatteredAlltoall;
import org.javampi.collectives.alltoall.SharedAlltoall;
import org.javampi.collectives.barrier.DisseminationBarrier;
import org.javampi.collectives.barrier.DoubleRingBarrier;
import org.javampi.collectives.barrier.FlagBarrier;
import org.javampi.collectives.barrier.KDisseminationBarrier;
import org.javampi.collectives.barrier.LinearBarrier;
import org.javampi.collectives.barrier.RecursiveDoublingBarrier;
import org.javampi.collectives.barrier.TreeBarrier;
import org.javampi.collectives.barrier.TwoLevelBarrier;
import org.javampi.collectives.bcast.BinaryBcast;
import org.javampi.collectives.bcast.BinomialBcast;
import org.javampi.collectives.bcast.ChainBcast;
import org.javampi.collectives.bcast.KnomialBcast;
import org.javampi.collectives.bcast.LinearBcast;
import org.javampi.collectives.bcast.PipelineBcast;
import org.javampi.collectives.bcast.ScatterDoublingBcast;
import org.javampi.collectives.bcast.ScatterRingBcast;
import org.javampi.collectives.bcast.SharedBcast;
import org.javampi.collectives.bcast.TwoLevelBcast;
import org.javampi.collectives.exscan.LinearExscan;
import org.javampi.collectives.exscan.RecursiveDoublingExscan;
import org.javampi.collectives.gather.BinomialGather;
import org.javampi.collectives.gather.LinearGather;
import org.javampi.collectives.reduce.BinaryReduce;
import org.javampi.collectives.reduce.BinomialReduce;
import org.javampi.collectives.reduce.ChainReduce;
import org.javampi.collectives.reduce.InOrderBinaryReduce;
import org.javampi.collectives.reduce.InOrderBinomialReduce;
import org.javampi.collectives.reduce.KnomialReduce;
import org.javampi.collectives.reduce.LinearReduce;
import org.javampi.collectives.reduce.PipelineReduce;
import org.javampi.collectives.reduce.RabenseifnerReduce;
import org.javampi.collectives.reduce.SharedReduce;
import org.javampi.collectives.reduce.TwoLevelReduce;
import org.javampi.collectives.reducescatter.ButterflyReduceScatter;
import org.javampi.collectives.reducescatter.PairwiseReduceScatter;
import org.javampi.collectives.reducescatter.RecursiveHalvingReduceScatter;
import org.javampi.collectives.reducescatter.ReduceThenScatter;
import org.javampi.collectives.reducescatter.RingReduceScatter;
import org.javampi.collectives.scan.LinearScan;
import org.javampi.collectives.scan.RecursiveDoublingScan;
import org.javampi.collectives.scatter.BinomialScatter;
import org.javampi.collectives.scatter.LinearScatter;
import org.javampi.core.spi.collective.Algorithm;
import org.javampi.core.spi.collective.CollectiveProvider;

/** The algorithms of this module, and the rules of {@code built-in.rules}. */
public final class BuiltInCollectives implements CollectiveProvider {
    private static final String RULES = "built-in.rules";

    /** For {@link java.util.ServiceLoader}. */
    public BuiltInCollectives() {}

    @Override
    public List<Algorithm> algorithms() {
        return List.of(
                new DisseminationBarrier(),
                new DoubleRingBarrier(),
                new FlagBarrier(),
                new KDisseminationBarrier(),
                new LinearBarrier(),
                new RecursiveDoublingBarrier(),
                new TreeBarrier(),
                new TwoLevelBarrier(),
                new BinaryBcast(),
                new BinomialBcast(),
                new ChainBcast(),
                new KnomialBcast(),
                new LinearBcast(),
                new PipelineBcast(),
                new ScatterDoublingBcast(),
                new ScatterRingBcast(),
                new TwoLevelBcast(),
                new SharedBcast(),
                new BinomialGather(),
                new LinearGather(),
                new BinomialScatter(),
                new LinearScatter(),
                new BruckAllgather(),
                new LinearAllgather(),
                new NeighborExchangeAllgather(),
                new RecursiveDoublingAllgather(),
                new RingAllgather(),
                new SharedAllgather(),
                new BruckAlltoall(),
                new LinearAlltoall(),
                new PairwiseAlltoall(),
                new ScatteredAlltoall(),
                new SharedAlltoall(),
                new BinaryReduce(),
                new BinomialReduce(),
                new ChainReduce(),
                new InOrderBinaryReduce(),
                new InOrderBinomialReduce(),
                new KnomialReduce(),
                new LinearReduce(),
                new PipelineReduce(),
                new RabenseifnerReduce(),
                new TwoLevelReduce(),
                new SharedReduce(),
                new RabenseifnerAllreduce(),
                new RecursiveDoublingAllreduce(),
                new ReduceBcastAllreduce(),
                new RingAllreduce(),
                new SegmentedRingAllreduce(),
                new TwoLevelAllreduce(),
                new SharedAllreduce(),
                new ButterflyReduceScatter(),
                new PairwiseReduceScatter(),
                new RecursiveHalvingReduceScatter(),
                new ReduceThenScatter(),
                new RingReduceScatter(),
                new LinearScan(),
                new RecursiveDoublingScan(),
                new LinearExscan(),
                new RecursiveDoublingExscan());
    }

    @Override
    public String rules() {
        try (InputStream bytes = BuiltInCollectives.class.getResourceAsStream(RULES)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(RULES, e);
        }
    }
}
