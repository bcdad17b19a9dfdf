package dev.orrery.reports.page;

import dev.orrery.reports.markup.Markup;
import dev.orrery.reports.run.Result;
import dev.orrery.reports.run.Result.Verdict;
import dev.orrery.reports.run.Run;
import dev.orrery.reports.words.Words;

/** What came out, in plain words, how to see it again, and the run in six numbers. */
final class VerdictSection {
    private VerdictSection() {}

    static void write(Markup page, Run run) {
        Result result = run.result();
        page.open("header", "id", "verdict", "class", "verdict " + style(result));
        page.open("div", "class", "title").element("h1", result.scenario());
        Verdicts.badge(page, result.verdict());
        if (!result.expect().equals("pass")) {
            boolean good = result.expected();
            page.element(
                    "span", good ? "✓ as expected" : "✗ not expected", "class", good ? "badge pass" : "badge fail");
        }
        page.close();
        page.element("p", Verdicts.headline(result), "class", "headline");
        result.checks().stream()
                .filter(check -> check.verdict() == result.verdict() && check.verdict() != Verdict.PASS)
                .forEach(check -> page.element("p", check.message(), "class", "because"));
        if (result.interrupted()) {
            page.element(
                    "p",
                    "The run was interrupted after " + Words.length(result.virtualNanos())
                            + " of virtual time; the page shows what there was until then.",
                    "class",
                    "because");
        }
        if (!result.description().isBlank()) {
            page.element("p", result.description().strip(), "class", "note");
        }
        if (!run.notices().isEmpty()) {
            page.open("p", "class", "note");
            page.element("a", Words.count(run.notices().size(), "notice"), "href", "#notices");
            page.text(" about this page.").close();
        }
        page.line().open("div", "class", "reproduce").element("span", "See it again", "class", "label");
        Section.copyable(page, "reproduce", "the command that runs it again", result.reproduce());
        page.close();
        tiles(page, result);
        page.close().line();
    }

    private static String style(Result result) {
        if (result.expected()) {
            return "good";
        }
        return result.verdict() == Verdict.INCONCLUSIVE ? "" : "bad";
    }

    private static void tiles(Markup page, Result result) {
        Result.Operations operations = result.operations();
        page.open("dl", "class", "tiles");
        tile(page, "virtual time", Words.length(result.virtualNanos()), wall(result));
        tile(
                page,
                "events",
                Words.count(result.events()),
                result.system().name() + ", "
                        + Words.count(result.system().nodes().size(), "node"));
        tile(page, "operations", Words.count(operations.all()), operations(operations));
        result.latency().stream()
                .filter(latency -> latency.f().equals("all"))
                .findFirst()
                .ifPresent(all -> tile(
                        page, "latency, median", Words.length(all.p50()), "99 % within " + Words.length(all.p99())));
        tile(page, "faults", Words.count(result.plan().size()), result.plan().isEmpty() ? "none" : "as executed");
        page.open("div").element("dt", "seed").element("dd", shortSeed(result.seed()));
        page.open("dd", "class", "more")
                .text("digest ")
                .element("code", result.digest())
                .close()
                .close();
        page.close().line();
    }

    private static String wall(Result result) {
        return result.wallNanos() == 0 ? "" : "simulated in " + Words.length(result.wallNanos());
    }

    private static String operations(Result.Operations operations) {
        if (operations.all() == 0) {
            return "none was asked";
        }
        StringBuilder words = new StringBuilder(Words.percent(operations.ok(), operations.all())).append(" answered");
        append(words, operations.fail(), "failed");
        append(words, operations.info(), "unknown");
        append(words, operations.open(), "open");
        return words.toString();
    }

    private static void append(StringBuilder words, long count, String what) {
        if (count > 0) {
            words.append(", ").append(Words.count(count)).append(' ').append(what);
        }
    }

    /** Without the zeros in front. */
    private static String shortSeed(String seed) {
        return seed.startsWith("0x") ? "0x" + seed.substring(2).replaceFirst("^0+(?=.)", "") : seed;
    }

    private static void tile(Markup page, String name, String value, String more) {
        page.open("div")
                .element("dt", name)
                .element("dd", value)
                .element("dd", more, "class", "more")
                .close()
                .line();
    }
}
