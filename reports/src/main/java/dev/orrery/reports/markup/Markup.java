package dev.orrery.reports.markup;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML and SVG as well-formed XML, so that one page and each picture in it can be checked by any XML parser.
 *
 * <p>There is no way to write text unescaped: a scenario may be named {@code </script>} and do no harm. Characters that
 * XML does not have are written as U+FFFD.
 *
 * <pre>{@code
 * new Markup().open("p", "class", "note").text("1 < 2").close();
 * }</pre>
 */
public final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** The declaration of an HTML document; only first. */
    public Markup documentType() {
        out.append("<!DOCTYPE html>\n");
        return this;
    }

    /**
     * Begins an element.
     *
     * @param attributes names and values in turn; an attribute whose value is empty is left out
     */
    public Markup open(String name, String... attributes) {
        tag(name, attributes);
        out.append('>');
        open.push(name);
        return this;
    }

    /** Ends the element that was begun last; a {@link java.util.NoSuchElementException} if there is none. */
    public Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element without content, such as {@code rect}. */
    public Markup empty(String name, String... attributes) {
        tag(name, attributes);
        out.append("/>");
        return this;
    }

    /** An element that holds just text. */
    public Markup element(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close();
    }

    /** Text. */
    public Markup text(String text) {
        escape(text);
        return this;
    }

    /** A line's end, where the source of a page is to be read by people. */
    public Markup line() {
        out.append('\n');
        return this;
    }

    /** A style sheet of ours. */
    public Markup style(String css) {
        return ours("style", css);
    }

    /** A script of ours. */
    public Markup script(String javaScript) {
        return ours("script", javaScript);
    }

    /** What another one wrote; an {@link IllegalStateException} if elements of it are still open. */
    public Markup append(Markup other) {
        out.append(other);
        return this;
    }

    /** A coordinate with at most two decimals. */
    public static String number(double value) {
        long hundredths = Math.round(value * 100);
        StringBuilder text = new StringBuilder();
        if (hundredths < 0) {
            text.append('-');
            hundredths = -hundredths;
        }
        text.append(hundredths / 100);
        long rest = hundredths % 100;
        if (rest != 0) {
            text.append('.').append(rest / 10);
            if (rest % 10 != 0) {
                text.append(rest % 10);
            }
        }
        return text.toString();
    }

    /** What was written; an {@link IllegalStateException} if an element is still open. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("<" + open.peek() + "> is still open");
        }
        return out.toString();
    }

    private Markup ours(String element, String content) {
        if (content.indexOf('<') >= 0 || content.indexOf('&') >= 0) {
            throw new IllegalArgumentException("a " + element + " of ours does without < and &");
        }
        out.append('<').append(element).append(">\n").append(content);
        out.append("</").append(element).append(">\n");
        return this;
    }

    private void tag(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(attributes[i + 1]);
                out.append('"');
            }
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    if (Character.isSurrogate(c)) {
                        boolean pair = Character.isHighSurrogate(c)
                                && i + 1 < text.length()
                                && Character.isLowSurrogate(text.charAt(i + 1));
                        if (pair) {
                            out.append(c).append(text.charAt(++i));
                        } else {
                            out.append('\uFFFD');
                        }
                    } else {
                        out.append(isOfXml(c) ? c : '\uFFFD');
                    }
                }
            }
        }
    }

    private static boolean isOfXml(char c) {
        return c >= ' ' ? c < '\uFFFE' && !(c >= 0x7F && c <= 0x9F) : c == '\n' || c == '\t' || c == '\r';
    }
}
