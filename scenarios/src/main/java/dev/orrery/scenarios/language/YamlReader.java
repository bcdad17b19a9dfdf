package dev.orrery.scenarios.language;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file into a tree whose nodes know their places, and finds everything in it that the language does not have. It
 * works in three steps: bytes to text, text to permitted characters ({@link CharacterCheck}), and those to a tree
 * ({@link YamlTree}). A step that cannot trust what it was given is left out.
 */
public final class YamlReader {

    /** The most bytes that a file may have: 1 MiB. */
    public static final int MOST_BYTES = 1 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private YamlReader() {}

    /**
     * What was read.
     *
     * @param source the text, to show in reports
     * @param root the tree, with what was refused left in as far as it could be; null if there is no telling what the
     *     file says
     * @param problems sorted by place; a file is good if there are none, and then there is a tree
     */
    public record Reading(SourceText source, @Nullable YamlNode root, List<Problem> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads to the end, or to the byte at which the file is too large.
     *
     * @param name what the file is called in reports
     * @throws IOException if the stream does
     */
    public static Reading read(String name, InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
        Problems problems = new Problems(name);
        if (bytes.length > MOST_BYTES) {
            problems.add(ProblemCode.TOO_LARGE, 1, 1, 1, "the file is larger than 1 MiB");
            return new Reading(new SourceText(name, List.of()), null, problems.sorted());
        }
        String text = withoutMark(new String(bytes, StandardCharsets.UTF_8));
        SourceText source = SourceText.of(name, text);
        YamlNode root = null;
        if (isUtf8(bytes, problems) && CharacterCheck.structureIsReadable(source, problems)) {
            root = YamlTree.read(source, text.replace('\t', ' '), problems);
        }
        return new Reading(source, root, problems.sorted());
    }

    /**
     * Reads a text that the program itself holds.
     *
     * @throws IllegalArgumentException if anything is wrong with it
     */
    public static YamlNode parse(String text) {
        Problems problems = new Problems(text);
        YamlNode root = YamlTree.read(SourceText.of(text, text), text, problems);
        if (root == null || !problems.sorted().isEmpty()) {
            throw new IllegalArgumentException("'" + text + "' is not YAML: " + problems.sorted());
        }
        return root;
    }

    private static boolean isUtf8(byte[] bytes, Problems problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isError()) {
            return true;
        }
        List<String> before =
                SourceText.of("", withoutMark(out.flip().toString())).lines();
        String last = before.get(before.size() - 1);
        String message = String.format(Locale.ROOT, "the byte 0x%02X is not UTF-8", bytes[in.position()]);
        problems.add(ProblemCode.NOT_TEXT, before.size(), last.codePointCount(0, last.length()) + 1, 1, message);
        return false;
    }

    private static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
