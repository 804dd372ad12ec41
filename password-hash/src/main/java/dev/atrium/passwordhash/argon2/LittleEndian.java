package dev.atrium.passwordhash.argon2;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers as Argon2 writes them: the lowest byte first. */
final class LittleEndian {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private LittleEndian() {}

    /** Each in four bytes. */
    static byte[] bytes(int... numbers) {
        ByteBuffer buffer = ByteBuffer.allocate(numbers.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int number : numbers) {
            buffer.putInt(number);
        }
        return buffer.array();
    }

    static long word(byte[] bytes, int word) {
        return (long) LONG.get(bytes, word * Long.BYTES);
    }

    static void put(byte[] bytes, int word, long value) {
        LONG.set(bytes, word * Long.BYTES, value);
    }
}
