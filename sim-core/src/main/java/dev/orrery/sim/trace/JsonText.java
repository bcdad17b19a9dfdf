package dev.orrery.sim.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON as UTF-8 bytes, appended piece by piece. */
final class JsonText {
    private static final byte[] DIGITS = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'
    };
    private static final int LONGEST_NUMBER = 20;

    private byte[] bytes = new byte[1024];
    private int length;

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** Appends JSON's own signs, which are ASCII. */
    JsonText raw(String ascii) {
        ensure(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    JsonText raw(char ascii) {
        ensure(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    /** Appends what is JSON already. */
    JsonText json(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        ensure(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
        return this;
    }

    JsonText number(long value) {
        if (value == Long.MIN_VALUE) {
            return raw("-9223372036854775808");
        }
        ensure(LONGEST_NUMBER);
        long rest = Math.abs(value);
        int end = length + (value < 0 ? 1 : 0) + digits(rest);
        if (value < 0) {
            bytes[length] = '-';
        }
        length = end;
        do {
            bytes[--end] = DIGITS[(int) (rest % 10)];
            rest /= 10;
        } while (rest != 0);
        return this;
    }

    private static int digits(long value) {
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        return digits;
    }

    /** Appends the lowest bits of a number, four a digit. */
    JsonText hex(long value, int digits) {
        ensure(digits);
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            bytes[length++] = DIGITS[(int) (value >>> shift) & 15];
        }
        return this;
    }

    /** Appends a string with its quotes; half a surrogate pair, which has no UTF-8, is escaped as JSON allows. */
    JsonText string(String text) {
        raw('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7F && c != '"' && c != '\\') {
                raw(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                codePoint(Character.toCodePoint(c, text.charAt(++i)));
            } else {
                special(c);
            }
        }
        return raw('"');
    }

    private void special(char c) {
        switch (c) {
            case '"' -> raw("\\\"");
            case '\\' -> raw("\\\\");
            case '\n' -> raw("\\n");
            case '\r' -> raw("\\r");
            case '\t' -> raw("\\t");
            default -> {
                if (c < ' ' || c == 0x7F || Character.isSurrogate(c)) {
                    raw("\\u").hex(c, 4);
                } else {
                    codePoint(c);
                }
            }
        }
    }

    /** A character beyond ASCII, in two to four bytes (RFC 3629). */
    private void codePoint(int c) {
        ensure(4);
        if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | c >> 6);
        } else {
            if (c < 0x10000) {
                bytes[length++] = (byte) (0xE0 | c >> 12);
            } else {
                bytes[length++] = (byte) (0xF0 | c >> 18);
                bytes[length++] = (byte) (0x80 | (c >> 12 & 0x3F));
            }
            bytes[length++] = (byte) (0x80 | (c >> 6 & 0x3F));
        }
        bytes[length++] = (byte) (0x80 | (c & 0x3F));
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
