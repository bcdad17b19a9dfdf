package dev.orrery.scenarios.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What a summary says of the seeds that were not run, in plain words. */
public final class Outlook {
    /** What the estimates rest on. */
    public static final String ASSUMPTION =
            "Further seeds are drawn like these: one seed's run says nothing about another's,"
                    + " and scenario and version stay as they are. It says nothing about faults, workloads and situations that this"
                    + " scenario cannot make.";

    private static final MathContext DIGITS = new MathContext(2, RoundingMode.UP);

    private Outlook() {}

    /** One sentence for each estimate. */
    public static List<String> sentences(Summary summary) {
        List<String> sentences = new ArrayList<>();
        if (summary.seeds() == 0) {
            return sentences;
        }
        sentences.add("about " + percent(summary.newShare()) + " of further seeds would show a situation that is new"
                + (summary.isSample() ? ", of those that are looked at" : "") + ": of " + summary.situations()
                + " situations " + summary.situationsOnce() + " were seen by one seed only");
        if (summary.failed() == 0 && summary.failureBound().compareTo(BigDecimal.ONE) < 0) {
            sentences.add("none of " + summary.seeds() + " seeds failed, so at most " + percent(summary.failureBound())
                    + " of all fail, at a confidence of 95%");
        }
        return sentences;
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).round(DIGITS).stripTrailingZeros().toPlainString() + "%";
    }
}
