package dev.orrery.reports.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class MarkupTest {

    @Test
    void elementsStandInsideEachOther() {
        Markup markup = new Markup()
                .open("p", "class", "note")
                .text("see ")
                .element("a", "here", "href", "#x")
                .close();

        assertEquals("<p class=\"note\">see <a href=\"#x\">here</a></p>", markup.toString());
    }

    @Test
    void textAndAttributesCannotEndWhatTheyStandIn() {
        Markup markup = new Markup().element("p", "</script><b>&'", "title", "\"><script>");

        assertEquals("<p title=\"&quot;&gt;&lt;script&gt;\">&lt;/script&gt;&lt;b&gt;&amp;&#39;</p>", markup.toString());
    }

    @Test
    void whatXmlDoesNotHaveIsReplaced() {
        assertEquals(
                "<p>a\uFFFDb\uFFFDc\uFFFD𝄞\n</p>",
                new Markup().element("p", "a\u0000b\uD834c\uFFFF𝄞\n").toString());
    }

    @Test
    void anEmptyAttributeIsLeftOut() {
        assertEquals(
                "<rect x=\"1\"/>",
                new Markup().empty("rect", "x", "1", "rx", "").toString());
    }

    @Test
    void anElementThatIsStillOpenIsAnError() {
        assertThrows(IllegalStateException.class, () -> new Markup().open("p").toString());
    }

    @Test
    void coordinatesHaveTwoDecimalsAtMostAndNoMoreThanTheyNeed() {
        assertEquals("0", Markup.number(0));
        assertEquals("12", Markup.number(12));
        assertEquals("12.5", Markup.number(12.5));
        assertEquals("12.05", Markup.number(12.0499));
        assertEquals("-0.25", Markup.number(-0.25));
        assertEquals("1080", Markup.number(1079.999));
    }
}
