package org.javampi.core.comm;

import java.util.Arrays;
import java.util.function.Supplier;
import org.javampi.core.buffer.Block;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Board;
import org.javampi.core.spi.collective.Channel;

/** Some ranks of a channel, under ranks of their own, in the same order. */
final class PartChannel implements Channel {
    private final Channel whole;
    private final int[] members;
    private final int rank;
    private final int hosts;

    /** {@code members} are ranks of {@code whole}, ascending; the own one is among them. */
    PartChannel(Channel whole, int[] members, int hosts) {
        this.whole = whole;
        this.members = members;
        this.hosts = hosts;
        rank = Arrays.binarySearch(members, whole.rank());
    }

    @Override
    public int rank() {
        return rank;
    }

    @Override
    public int size() {
        return members.length;
    }

    @Override
    public int hostOf(int member) {
        return whole.hostOf(members[member]);
    }

    @Override
    public int hosts() {
        return hosts;
    }

    @Override
    public Channel onHost() {
        return hosts == 1 ? this : new PartChannel(whole, new int[] {whole.rank()}, 1);
    }

    @Override
    public Channel betweenHosts() {
        return hosts > 1 ? this : new PartChannel(whole, new int[] {whole.rank()}, 1);
    }

    @Override
    public void send(Block data, int dest) {
        whole.send(data, members[dest]);
    }

    @Override
    public void receive(Block data, int source) {
        whole.receive(data, members[source]);
    }

    @Override
    public void exchange(Block out, int dest, Block in, int source) {
        whole.exchange(out, members[dest], in, members[source]);
    }

    @Override
    public void startSend(Block data, int dest) {
        whole.startSend(data, members[dest]);
    }

    @Override
    public void startReceive(Block data, int source) {
        whole.startReceive(data, members[source]);
    }

    @Override
    public void completeAll() {
        whole.completeAll();
    }

    @Override
    public void fail(MpiFailure failure) {
        whole.fail(failure);
    }

    @Override
    public Board board() {
        throw new IllegalStateException("only whole communicators have a board");
    }

    @Override
    public Block part(Block all, long firstItem, int items) {
        return whole.part(all, firstItem, items);
    }

    @Override
    public Block slice(Block all, long firstByte, long byteCount) {
        return whole.slice(all, firstByte, byteCount);
    }

    @Override
    public Block packed(long byteCount) {
        return whole.packed(byteCount);
    }

    @Override
    public Block nothing() {
        return whole.nothing();
    }

    @Override
    public <T> T borrow(Class<T> kind, Supplier<T> maker) {
        return whole.borrow(kind, maker);
    }

    @Override
    public int[] numbers(int length) {
        return whole.numbers(length);
    }

    @Override
    public Block scratch(Block like, int items) {
        return whole.scratch(like, items);
    }

    @Override
    public void copy(Block from, Block to) {
        whole.copy(from, to);
    }

    @Override
    public void combine(Block in, Block inout, Operation operation) {
        whole.combine(in, inout, operation);
    }
}
