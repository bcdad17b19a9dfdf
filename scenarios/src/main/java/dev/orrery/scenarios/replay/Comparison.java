package dev.orrery.scenarios.replay;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes a trace as it is written anew, and holds each line against that of a trace in a file.
 *
 * <p>The headers are passed over: that of the file is what the new run was made from. So is the last line, which holds a
 * hash of the header. Events that the file left out, as it says in its second line, are passed over too.
 */
final class Comparison extends OutputStream {
    private static final String LEFT_OUT = "\"k\":\"note\",\"event\":\"trace-cut\"";
    private static final byte[] END = "\"k\":\"end\"".getBytes(StandardCharsets.US_ASCII);

    private final InputStream recorded;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private byte @Nullable [] expected;
    private boolean begun;
    private long leftOut;
    private long compared;
    private @Nullable Difference difference;
    private boolean exhausted;

    /**
     * The first event that is not the same.
     *
     * @param event its number, from 1
     * @param recorded the line in the file
     * @param replayed the line as it comes out now
     */
    record Difference(long event, String recorded, String replayed) {}

    Comparison(Path file) throws IOException {
        recorded = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    /** The first difference, or null if there is none so far. */
    @Nullable
    Difference difference() {
        return difference;
    }

    /** Whether there is nothing left to compare: the file is at its end, or a difference was found. */
    boolean isOver() {
        return exhausted || difference != null;
    }

    /** How many events were the same. */
    long compared() {
        return compared;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int begin = offset;
        for (int i = offset; i < offset + length && !isOver(); i++) {
            if (bytes[i] == '\n') {
                line.write(bytes, begin, i - begin);
                begin = i + 1;
                compare(line.toByteArray());
                line.reset();
            }
        }
        if (!isOver()) {
            line.write(bytes, begin, offset + length - begin);
        }
    }

    private void compare(byte[] replayed) throws IOException {
        if (!begun) {
            begun = true;
            readLine();
            expected = readLine();
            String first = expected == null ? "" : new String(expected, StandardCharsets.UTF_8);
            if (first.contains(LEFT_OUT)) {
                leftOut = Long.parseLong(first.replaceFirst("\\{\"i\":(\\d+),.*", "$1"));
                expected = readLine();
            }
            exhausted = expected == null;
            return;
        }
        if (leftOut > 0) {
            leftOut--;
            compared++;
            return;
        }
        if (expected == null || isEnd(expected)) {
            exhausted = true;
            if (expected != null && !isEnd(replayed)) {
                difference = new Difference(compared + 1, text(expected), text(replayed));
            }
            return;
        }
        if (!Arrays.equals(expected, replayed)) {
            difference = new Difference(compared + 1, text(expected), text(replayed));
            return;
        }
        compared++;
        expected = readLine();
        exhausted = expected == null;
    }

    /** The end's line is known by its kind, which stands behind two numbers in each line that is on nobody's account. */
    private static boolean isEnd(byte[] line) {
        int commas = 0;
        int i = 0;
        while (i < line.length && commas < 2) {
            commas += line[i++] == ',' ? 1 : 0;
        }
        return Arrays.equals(line, i, Math.min(line.length, i + END.length), END, 0, END.length);
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }

    /** The file's next whole line, or null at its end. */
    private byte @Nullable [] readLine() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int b = recorded.read(); b >= 0; b = recorded.read()) {
            if (b == '\n') {
                return bytes.toByteArray();
            }
            bytes.write(b);
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        recorded.close();
    }
}
