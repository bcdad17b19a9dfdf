package dev.orrery.sim.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON as UTF-8 bytes, appended piece by piece. */
final class JsonText {
    private static final byte[] DIGITS = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'
    };
    private static final int LONGEST_NUMBER = 20;

    /** The digits of the number that is being written, at its end. */
    private final byte[] digits = new byte[LONGEST_NUMBER];

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
        int count = ascii.length();
        ensure(count);
        byte[] to = bytes;
        int at = length;
        for (int i = 0; i < count; i++) {
            to[at + i] = (byte) ascii.charAt(i);
        }
        length = at + count;
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
        ensure(LONGEST_NUMBER);
        byte[] to = digits;
        int first = LONGEST_NUMBER;
        // Negative all along, since the least number has no positive one.
        long rest = value < 0 ? value : -value;
        do {
            to[--first] = (byte) ('0' - rest % 10);
            rest /= 10;
        } while (rest != 0);
        if (value < 0) {
            to[--first] = '-';
        }
        System.arraycopy(to, first, bytes, length, LONGEST_NUMBER - first);
        length += LONGEST_NUMBER - first;
        return this;
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
        int plain = plain(text);
        if (plain == text.length()) {
            raw(text);
        } else {
            for (int i = 0; i < text.length(); i++) {
                i += character(text, i);
            }
        }
        return raw('"');
    }

    /** How many characters at the beginning stand for themselves in ASCII. */
    private static int plain(String text) {
        int count = 0;
        while (count < text.length() && isPlain(text.charAt(count))) {
            count++;
        }
        return count;
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7F && c != '"' && c != '\\';
    }

    /** Appends the character here; says whether it takes the next place of the text too. */
    private int character(String text, int i) {
        char c = text.charAt(i);
        if (isPlain(c)) {
            raw(c);
        } else if (Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1))) {
            codePoint(Character.toCodePoint(c, text.charAt(i + 1)));
            return 1;
        } else {
            special(c);
        }
        return 0;
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
