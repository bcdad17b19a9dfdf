package dev.orrery.reports.page;

import dev.orrery.reports.figure.StyleSheet;
import dev.orrery.reports.markup.Markup;
import dev.orrery.reports.run.Run;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The whole page of one run, the same text for the same run. It asks the browser to load nothing from anywhere and to run
 * no script but ours, so whatever a scenario calls its nodes, it stays text.
 */
public final class Page {
    private Page() {}

    /** The page as an HTML document that is well-formed XML too. */
    public static String of(Run run) {
        String script = resource("page.js");
        Markup page = new Markup().documentType();
        page.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml").line();
        page.open("head").line();
        page.empty("meta", "charset", "utf-8").line();
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        page.empty("meta", "name", "color-scheme", "content", "light dark").line();
        page.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy(script))
                .line();
        page.element(
                        "title",
                        (run.result().expected() ? "✓ " : "✗ ") + run.result().scenario() + " · Orrery")
                .line();
        page.style(StyleSheet.text() + resource("page.css"));
        page.close().line().open("body").line().open("main").line();
        VerdictSection.write(page, run);
        ChecksSection.write(page, run);
        TimelineSection.write(page, run);
        FaultsSection.write(page, run);
        LoadSection.write(page, run);
        MessagesSection.write(page, run);
        MetricsSection.write(page, run);
        GoalsSection.write(page, run);
        NoticesSection.write(page, run);
        ScenarioSection.write(page, run);
        OriginSection.write(page, run);
        page.close().line().script(script);
        return page.close().line().close().line().toString();
    }

    /** Nothing from outside, and of scripts only this one. */
    private static String policy(String script) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(("\n" + script).getBytes(StandardCharsets.UTF_8));
            return "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-"
                    + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream stream = Page.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its part " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
