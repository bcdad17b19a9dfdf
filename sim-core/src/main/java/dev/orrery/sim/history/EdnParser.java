package dev.orrery.sim.history;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of an EDN text one after the other, and can tell the place of each.
 *
 * <p>{@code nil}, booleans and strings are read as their like in Java, integers as {@code Long} or, where they need more
 * than 64 bits, {@code BigInteger}, other numbers as {@code BigDecimal}, keywords as {@link Keyword}, symbols and
 * characters as their text, vectors and lists as {@code List}, sets and maps as collections that keep their order. A tag
 * is skipped, so {@code #jepsen.history.Op{:index 0}} is the map behind it; so are comments and values discarded by
 * {@code #_}.
 *
 * <p>The form is that of <a href="https://github.com/edn-format/edn">edn-format</a>; numbers in hexadecimal, which Clojure
 * prints in addresses of objects, are read as well.
 */
final class EdnParser {
    /** Deeper nesting than any history has, and shallow enough for the stack. */
    private static final int DEEPEST = 200;

    private final HistoryText source;
    private final String text;
    private final int end;
    private final Map<String, Keyword> keywords = new LinkedHashMap<>();
    private int at;
    private int depth;

    EdnParser(HistoryText source) {
        this(source, 0, source.text().length());
    }

    /** Reads a part of a text, up to an end that is not part of it. */
    EdnParser(HistoryText source, int start, int end) {
        this.source = source;
        this.text = source.text();
        this.at = start;
        this.end = end;
    }

    /** Whether nothing but blanks is left. */
    boolean atEnd() throws UnreadableHistoryException {
        skipBlanks();
        return at == end;
    }

    /** Where the next value begins: an offset into the text, for {@link #error(int, String)}. */
    int place() throws UnreadableHistoryException {
        skipBlanks();
        return at;
    }

    /** Goes past this character if it is the next one. */
    boolean goPast(char expected) throws UnreadableHistoryException {
        skipBlanks();
        if (at < end && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    /** Goes past a tag, such as {@code #jepsen.history.Op}, if one is next. */
    void goPastTag() throws UnreadableHistoryException {
        skipBlanks();
        if (at + 1 < end && text.charAt(at) == '#' && Character.isLetter(text.charAt(at + 1))) {
            at++;
            word();
            skipBlanks();
        }
    }

    /** What to throw about a place. */
    UnreadableHistoryException error(int place, String what) {
        return source.error(place, what);
    }

    /** The next value. */
    @Nullable
    Object value() throws UnreadableHistoryException {
        goPastTag();
        requireMore("a value is expected");
        if (++depth > DEEPEST) {
            throw error(at, "values are nested more than " + DEEPEST + " deep");
        }
        int start = at;
        char c = text.charAt(at);
        Object value = switch (c) {
            case '"' -> string();
            case '[' -> list(']');
            case '(' -> list(')');
            case '{' -> map();
            case '#' -> set();
            case ':' -> keyword();
            case '\\' -> character();
            case ']', ')', '}' -> throw error(start, "'" + c + "' closes nothing");
            default -> wordValue();
        };
        depth--;
        return value;
    }

    private String string() throws UnreadableHistoryException {
        int start = at++;
        int close = text.indexOf('"', at);
        String plain = close < 0 || close >= end ? "" : text.substring(at, close);
        if (close >= 0 && close < end && plain.indexOf('\\') < 0) {
            at = close + 1;
            return plain;
        }
        StringBuilder string = new StringBuilder();
        while (at < end) {
            char c = text.charAt(at++);
            if (c == '"') {
                return string.toString();
            }
            string.append(c == '\\' ? escaped(at - 1) : c);
        }
        throw error(start, "a string has no end");
    }

    private char escaped(int start) throws UnreadableHistoryException {
        char c = at < end ? text.charAt(at++) : ' ';
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode(start);
            default -> throw error(start, "\\" + c + " is no escape");
        };
    }

    private char unicode(int start) throws UnreadableHistoryException {
        int last = at + 4;
        int code = 0;
        while (at < last) {
            int digit = at < end ? Character.digit(text.charAt(at++), 16) : -1;
            if (digit < 0) {
                throw error(start, "\\u needs four hexadecimal digits");
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private List<@Nullable Object> list(char close) throws UnreadableHistoryException {
        int start = at++;
        List<@Nullable Object> list = new ArrayList<>();
        while (!goPast(close)) {
            requireClosed(start);
            list.add(value());
        }
        return Collections.unmodifiableList(list);
    }

    private Map<@Nullable Object, @Nullable Object> map() throws UnreadableHistoryException {
        int start = at++;
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        while (!goPast('}')) {
            requireClosed(start);
            int place = at;
            Object key = value();
            if (map.containsKey(key)) {
                throw error(place, "the map has this key twice");
            }
            if (place() < end && text.charAt(at) == '}') {
                throw error(place, "the key has no value");
            }
            map.put(key, value());
        }
        return Collections.unmodifiableMap(map);
    }

    private Set<@Nullable Object> set() throws UnreadableHistoryException {
        int start = at++;
        if (at == end || text.charAt(at) != '{') {
            throw error(start, "'#' begins neither a set nor a tag");
        }
        at++;
        Set<@Nullable Object> set = new LinkedHashSet<>();
        while (!goPast('}')) {
            requireClosed(start);
            int place = at;
            if (!set.add(value())) {
                throw error(place, "the set has this element twice");
            }
        }
        return Collections.unmodifiableSet(set);
    }

    private Keyword keyword() throws UnreadableHistoryException {
        int start = at++;
        String name = word();
        if (name.isEmpty()) {
            throw error(start, "a keyword has no name");
        }
        return keywords.computeIfAbsent(name, Keyword::new);
    }

    private String character() {
        int start = ++at;
        at = Math.min(at + 1, end);
        word();
        String name = text.substring(start, at);
        return switch (name) {
            case "newline" -> "\n";
            case "return" -> "\r";
            case "space" -> " ";
            case "tab" -> "\t";
            default -> name;
        };
    }

    private @Nullable Object wordValue() throws UnreadableHistoryException {
        int start = at;
        String word = word();
        return switch (word) {
            case "nil" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> isNumber(word) ? number(start, word) : word;
        };
    }

    private static boolean isNumber(String word) {
        int first = word.startsWith("-") || word.startsWith("+") ? 1 : 0;
        return first < word.length() && word.charAt(first) >= '0' && word.charAt(first) <= '9';
    }

    private Object number(int start, String word) throws UnreadableHistoryException {
        try {
            if (word.startsWith("0x")) {
                return narrow(new BigInteger(word.substring(2), 16));
            }
            if (word.endsWith("N")) {
                return narrow(new BigInteger(word.substring(0, word.length() - 1)));
            }
            if (word.endsWith("M")) {
                return new BigDecimal(word.substring(0, word.length() - 1));
            }
            boolean whole = word.indexOf('.') < 0 && word.indexOf('e') < 0 && word.indexOf('E') < 0;
            if (!whole) {
                return new BigDecimal(word);
            }
            return word.length() <= 18 ? (Object) Long.valueOf(word) : narrow(new BigInteger(word));
        } catch (NumberFormatException e) {
            throw error(start, "'" + word + "' is no number");
        }
    }

    private static Object narrow(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Object) number.longValueExact() : number;
    }

    /** The characters up to the next blank, bracket, quote or semicolon. */
    private String word() {
        int start = at;
        while (at < end && !endsWord(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean endsWord(char c) {
        return switch (c) {
            case ' ', '\n', ',', '\r', '\t', '\f', '(', ')', '[', ']', '{', '}', '"', ';' -> true;
            default -> false;
        };
    }

    private static boolean isBlank(char c) {
        return switch (c) {
            case ' ', '\n', ',', '\r', '\t', '\f' -> true;
            default -> false;
        };
    }

    private void skipBlanks() throws UnreadableHistoryException {
        while (at < end) {
            char c = text.charAt(at);
            if (isBlank(c)) {
                at++;
            } else if (c == ';') {
                int line = text.indexOf('\n', at);
                at = line < 0 ? end : Math.min(line, end);
            } else if (text.startsWith("#_", at)) {
                at += 2;
                value();
            } else {
                return;
            }
        }
    }

    private void requireMore(String otherwise) throws UnreadableHistoryException {
        if (at == end) {
            throw error(at, "the text ends where " + otherwise);
        }
    }

    private void requireClosed(int start) throws UnreadableHistoryException {
        if (at == end) {
            throw error(start, "'" + text.charAt(start) + "' is never closed");
        }
    }
}
