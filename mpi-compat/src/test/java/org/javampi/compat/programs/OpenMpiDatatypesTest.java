package org.javampi.compat.programs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import mpi.Datatype;
import mpi.MPI;
import mpi.MPIException;
import mpi.Struct;
import org.javampi.junit.MpiTest;

/** Derived datatypes as programs for Open MPI's Java bindings write them. */
class OpenMpiDatatypesTest extends MpiBegun {
    private static int me() {
        return MPI.COMM_WORLD.getRank();
    }

    private static int[] received(Datatype type) {
        int[] numbers = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        int[] got = new int[type.getSize()];
        MPI.COMM_SELF.sendRecv(numbers, 1, type, 0, 0, got, got.length, MPI.INT, 0, 0);
        return got;
    }

    @MpiTest(np = 1)
    void vectorsAndIndexed() {
        Datatype contiguous = Datatype.createContiguous(2, MPI.INT);
        contiguous.commit();
        assertArrayEquals(new int[] {0, 1}, received(contiguous));
        assertArrayEquals(new int[] {0, 1, 4, 5}, received(Datatype.createVector(2, 1, 2, contiguous)));
        assertArrayEquals(new int[] {0, 3}, received(Datatype.createHVector(2, 1, 12, MPI.INT)));
        assertArrayEquals(
                new int[] {3, 4, 9}, received(Datatype.createIndexed(new int[] {2, 1}, new int[] {3, 9}, MPI.INT)));
        assertArrayEquals(
                new int[] {5, 1}, received(Datatype.createHIndexed(new int[] {1, 1}, new int[] {20, 4}, MPI.INT)));
    }

    @MpiTest(np = 1)
    void boundsAndExtentsCountInElements() {
        Datatype type = Datatype.createVector(2, 1, 3, MPI.DOUBLE);
        assertEquals(0, type.getLb());
        assertEquals(4, type.getExtent());
        assertEquals(2, type.getSize());
        Datatype resized = Datatype.createResized(MPI.INT, 0, 12);
        resized.commit();
        assertEquals(3, resized.getExtent());
        assertEquals(0, resized.getTrueLb());
        assertEquals(1, resized.getTrueExtent());
        Datatype behind = Datatype.createIndexed(new int[] {2}, new int[] {5}, MPI.INT);
        assertEquals(5, behind.getTrueLb());
        assertEquals(2, behind.getTrueExtent());
        assertArrayEquals(new int[] {0, 3, 6}, received(Datatype.createContiguous(3, resized)));
    }

    @MpiTest(np = 1)
    void duplicatesNamesAndAttributes() {
        Datatype type = Datatype.createContiguous(3, MPI.INT);
        type.setName("three");
        assertEquals("three", type.getName());
        int key = Datatype.createKeyval();
        type.setAttr(key, "value");
        Datatype copy = type.dup();
        assertEquals("value", copy.getAttr(key));
        type.free();
        assertTrue(type.isNull());
        assertEquals(3, copy.clone().getSize());
        copy.deleteAttr(key);
        assertNull(copy.getAttr(key));
        Datatype.freeKeyval(key);
        assertThrows(MPIException.class, () -> copy.setAttr(key, 1));
    }

    private static final class Particle extends Struct {
        private final int position = addDouble(3);
        private final int kind = addInt();
        private final int flags = addByte(4);
        private final int id = addLong();
        private final int letter = addChar();
        private final int small = addShort();
        private final int weight = addFloat();

        @Override
        protected Data newData() {
            return new Data();
        }

        private final class Data extends Struct.Data {
            void position(int i, double value) {
                putDouble(position, i, value);
            }

            double position(int i) {
                return getDouble(position, i);
            }

            void rest(int newKind, byte flag, long newId, char newLetter, short newSmall, float newWeight) {
                putInt(kind, newKind);
                putByte(flags, 2, flag);
                putLong(id, newId);
                putChar(letter, newLetter);
                putShort(small, newSmall);
                putFloat(weight, newWeight);
            }

            String rest() {
                return getInt(kind) + " " + getByte(flags, 2) + " " + getLong(id) + " " + getChar(letter) + " "
                        + getShort(small) + " " + getFloat(weight);
            }
        }
    }

    @MpiTest(np = 2)
    void structsInBuffers() {
        Particle type = new Particle();
        assertEquals(48, type.getExtent());
        ByteBuffer buffer = MPI.newByteBuffer(2 * type.getExtent());
        if (me() == 0) {
            Particle.Data second = type.getData(buffer, 1);
            second.position(2, 1.5);
            second.rest(7, (byte) 3, 1L << 50, 'q', (short) -1, .5f);
            MPI.COMM_WORLD.send(second.getBuffer(), 1, type.getType(), 1, 0);
        } else {
            MPI.COMM_WORLD.recv(buffer, 2, type.getType(), 0, 0);
            Particle.Data first = type.getData(buffer);
            assertEquals(1.5, first.position(2));
            assertEquals("7 3 1125899906842624 q -1 0.5", first.rest());
        }
    }

    private static final class Pair extends Struct {
        private final Particle particle = new Particle();
        private final int count = setOffset(8).addInt();
        private final int both = addStruct(particle, 2);
        private final int matrix = addData(MPI.DOUBLE, 2);

        @Override
        protected Data newData() {
            return new Data();
        }

        private final class Data extends Struct.Data {
            Particle.Data particle(int i) {
                return getData(particle, both, i);
            }

            ByteBuffer matrix(int i) {
                return getBuffer(MPI.DOUBLE, matrix, i);
            }

            void count(int value) {
                putInt(count, value);
            }
        }
    }

    @MpiTest(np = 2)
    void structsInStructs() {
        Pair type = new Pair();
        byte[] bytes = new byte[type.getExtent()];
        Pair.Data data = type.getData(bytes);
        if (me() == 0) {
            data.count(2);
            data.particle(1).position(0, 9);
            data.matrix(1).putDouble(0, 4);
            MPI.COMM_WORLD.send(bytes, 1, type.getType(), 1, 0);
        } else {
            MPI.COMM_WORLD.recv(bytes, 1, type.getType(), 0, 0);
            assertEquals(9, data.particle(1).position(0));
            assertEquals(4, data.matrix(1).getDouble(0));
        }
        assertThrows(MPIException.class, type::addInt);
        assertThrows(IllegalArgumentException.class, () -> new Particle().setOffset(3));
    }
}
