package dev.orrery.scenarios.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of errors in a scenario file, and of warnings. A code keeps its meaning for good: a kind that no longer occurs leaves a gap in
 * the numbers.
 */
public enum ProblemCode {
    EMPTY(1, "the file is empty", """
            The file holds nothing, or only comments.

            Why: an empty file is most likely the wrong one, or one that was cut off while it was written.

            Cure: write the scenario, or name the file that holds it."""),
    TOO_LARGE(2, "the file is too large", """
            The file is larger than 1 MiB (1048576 bytes).

            Why: a scenario is written by hand and is some hundred lines long. A file of that size is most likely
            a trace or another result that was named by mistake.

            Cure: name the scenario's file."""),
    NOT_TEXT(3, "the file is not text in UTF-8", """
            The file holds bytes that are not UTF-8, or the character NUL, which no text holds.

            Why: guessing an encoding would make one file mean different things on different machines.

            Cure: save the file as UTF-8, or name the scenario's file if this one is an archive or a picture."""),
    CONTROL_CHARACTER(4, "a control character", """
            The file holds a character that YAML does not allow: a control character other than the end of a line,
            or a byte order mark that is not at the very beginning.

            Why: such a character is invisible, so the file does not say what it seems to say.

            Cure: delete the character. In double quotes it can be written as an escape: "\\u0007"."""),
    TAB(5, "a tab", """
            The file holds a tab.

            Why: in YAML the indentation carries the meaning, and how far a tab indents depends on who reads it.
            So a tab is refused everywhere, in comments and quotes too.

            Cure: use spaces; most editors can be told to write spaces for the tab key. In double quotes a tab can be
            written as an escape: "\\t"."""),
    SYNTAX(6, "this is not YAML", """
            The file breaks the rules of YAML at this place. Nothing after it was looked at.

            Why: the usual reasons are a bracket or a quote that is not closed (the message then says where it was
            opened), a line that is indented unlike its neighbours, a colon without a space behind it, and a text
            that holds ': ' or begins with one of @ ` % & * ! | > { [ and is not in quotes.

            Cure: look at the marked place and at the line before it."""),
    TOO_DEEP(7, "nested too deeply", """
            Mappings and sequences are nested more than 64 levels deep.

            Why: a scenario is nearly flat, so this is a mistake, or a file made to exhaust its reader.

            Cure: remove brackets or indentation."""),
    SEVERAL_DOCUMENTS(8, "more than one document", """
            The file holds several YAML documents, separated by a line '---'.

            Why: a file is one scenario. A reader that takes only the first document silently drops the others.

            Cure: write each document into a file of its own."""),
    DIRECTIVE(9, "a directive", """
            The file begins with a YAML directive: %YAML or %TAG.

            Why: a scenario is always YAML 1.2 and has no tags, so a directive that asks for anything else would be
            ignored.

            Cure: delete the line."""),
    ANCHOR(10, "an anchor", """
            A value is given a name with &name, so that it can be repeated elsewhere.

            Why: what a scenario says stands where it is said. Repeated values make the place of an error unclear, and
            a few lines of them can stand for billions of values.

            Cure: delete the anchor and write the value out wherever it is needed. If a text begins with &, put it in
            quotes."""),
    ALIAS(11, "an alias", """
            A value is repeated with *name.

            Why: what a scenario says stands where it is said. Some readers of YAML take an alias for plain text, which
            is then a wrong value that nobody notices.

            Cure: write the value out. If a text begins with *, put it in quotes."""),
    MERGE_KEY(12, "a merge key", """
            A mapping takes over the keys of another one with <<.

            Why: merging belongs to YAML 1.1 and is not part of YAML 1.2. What a scenario says stands where it is said.

            Cure: write the keys out."""),
    TAG(13, "a tag", """
            A value is given a type with !tag or !!type.

            Why: the key decides what its value means, so a tag could only agree or contradict.

            Cure: delete the tag. If a text begins with !, put it in quotes."""),
    UNKNOWN_KEY(14, "an unknown key", """
            A key means nothing in the mapping where it stands.

            Why: a key that is read and has no effect would make a run say less than its file seems to ask for. So
            every key is known or refused.

            Cure: correct the spelling, or move the key to the mapping that it belongs to."""),
    DUPLICATE_KEY(15, "a key is given twice", """
            A mapping holds the same key twice.

            Why: only one of the values could count, and readers of YAML do not agree which.

            Cure: delete one of them."""),
    KEY_NOT_TEXT(16, "a key that is not a text", """
            A key is itself a mapping or a sequence. Nothing after it was looked at.

            Why: YAML allows it, but every key of a scenario is a plain word. Most often a bracket or a brace was
            meant to be part of a text.

            Cure: write a word, or put the text in quotes."""),
    WRONG_KIND(17, "a text where a mapping or a list belongs, or the other way round", """
            A value is of another kind than its key takes: a text, a list and a mapping are three different things, and a
            key with nothing behind it has no value at all.

            Why: guessing what was meant would make a run do something that its file does not say.

            Cure: write what the message expects. A list is written [a, b], a mapping {key: value}, and both can be
            written in lines of their own."""),
    MISSING_KEY(18, "a key is missing", """
            A mapping lacks a key that it cannot do without.

            Why: there is no value that would be right for every scenario, so there is no default.

            Cure: add the key. `orrery explain KEY` shows how it is written."""),
    NOT_A_DURATION(19, "not a duration", """
            A value is not a length of time, or one that is out of its range.

            Why: a duration is a number directly followed by its unit: ns, us, ms, s, m or h. A number alone could be
            seconds to one reader and milliseconds to another. It is never negative, and at most 292 years, which is as
            far as 64 bits count nanoseconds.

            Cure: write, for example, 250us, 1.5s or 2h."""),
    NOT_A_NUMBER(20, "not a number, or out of its range", """
            A value is not a whole number, or lies outside the range that the message names.

            Why: the limits keep a run within the memory and the time of an ordinary machine; a number beyond them is
            most likely a slip.

            Cure: write a number within the range, in digits alone."""),
    NOT_A_PERCENTAGE(21, "not a percentage", """
            A value is not a percentage from 0% to 100%.

            Why: 0.5 would be half of all to one reader and half a percent to another, so the sign is required.

            Cure: write, for example, 0.1% or 50%."""),
    NOT_A_RATE(22, "not a rate", """
            A value does not say how often something is done.

            Why: a rate is a whole number from 1 on, a slash and a unit of time: ns, us, ms, s, m or h.

            Cure: write, for example, 200/s or 30/m."""),
    NOT_A_SIZE(23, "not a size", """
            A value is not a number of bytes.

            Why: a size is a whole number directly followed by its unit: B, KiB, MiB, GiB, or kB, MB, GB for powers of
            ten. A number alone does not say which.

            Cure: write, for example, 512B, 64KiB or 1GiB."""),
    NOT_A_RANGE(24, "not a range of durations", """
            A value is neither a duration nor two of them with dots between.

            Why: 1s..5s is drawn anew, between both ends, each time that it is needed. The shorter end comes first.

            Cure: write, for example, 150ms..300ms, or 2s for a range of one."""),
    NOT_A_DISTRIBUTION(25, "not a distribution", """
            The numbers of a distribution do not fit together, such as a 99th percentile below the median.

            Why: no values could be drawn from it.

            Cure: see the reference page for what each distribution takes."""),
    NOT_A_SEED(26, "not a seed", """
            A value is not a seed, or needs more than 64 bits.

            Why: a seed is a number from 0 to 18446744073709551615, decimal or as 0x and up to 16 digits.

            Cure: write, for example, 42 or 0x2A."""),
    UNKNOWN_WORD(27, "none of the words that are allowed here", """
            A value is none of the few words that its key takes.

            Why: a word that means nothing cannot be obeyed.

            Cure: choose one of the words that the message names; the reference page says what each stands for."""),
    NOT_A_FLAG(28, "neither true nor false", """
            A value is not true or false.

            Why: yes, on and 1 mean true to some readers of YAML and nothing to others.

            Cure: write true or false."""),
    NOT_A_NAME(29, "not a name", """
            A name is empty, too long, or holds a character that names do not have.

            Why: names become folders, columns and arguments of commands, so they are made of lower-case letters, digits
            and hyphens, and begin with a letter.

            Cure: write, for example, raft-leader-isolated."""),
    UNKNOWN_SYSTEM(30, "an unknown system", """
            No system has the name that 'system' gives.

            Why: a system is found on the program's class path; this name is none of those found there.

            Cure: `orrery list systems` shows the names. Your own system is found when its jar is on the class path and
            names it in META-INF/services/dev.orrery.sim.system.SystemProvider."""),
    UNKNOWN_NODE(31, "an unknown node", """
            A name is none of the scenario's nodes.

            Why: the servers are those of 'system.nodes', n1, n2 and so on if it is a number; the clients are c1, c2 and
            so on, as many as 'workload.clients' says.

            Cure: correct the name, or the number of nodes."""),
    UNKNOWN_ZONE(32, "an unknown zone", """
            No node is in the zone of that name.

            Why: a node's zone is given in 'system.nodes'; a fault in a zone without nodes would strike nobody.

            Cure: correct the name, or put nodes into the zone: nodes: [{name: n1, zone: a}, {name: n2, zone: b}]."""),
    UNKNOWN_ROLE(33, "an unknown role", """
            The system's nodes never play a role of that name.

            Why: which roles there are is up to the system; a fault that aims at another one would never strike.

            Cure: `orrery list systems` shows the roles of each system."""),
    UNKNOWN_EVENT(34, "an unknown event", """
            The system never notes an event of that name, or the event does not carry that field.

            Why: a trigger or a goal on such an event would wait for ever.

            Cure: `orrery list systems` shows the events of each system."""),
    UNKNOWN_OPERATION(35, "an unknown operation", """
            The workload never asks for an operation of that name, or the system does not serve it.

            Why: which operations there are is up to the workload and the system together; the others would only fail.

            Cure: use one of those that the message names, or another workload."""),
    UNKNOWN_WORKLOAD(36, "an unknown workload", """
            No workload has the name that 'workload' gives.

            Why: a workload is found on the program's class path; this name is none of those found there.

            Cure: `orrery list workloads` shows the names. Your own workload is found when its jar is on the class path
            and names it in META-INF/services/dev.orrery.sim.workload.WorkloadProvider."""),
    UNKNOWN_CHECK(37, "an unknown check", """
            No check that fits this system and this workload has that name.

            Why: a check belongs to a system, to a workload, or to a CheckProvider on the class path. One that belongs to
            another system has nothing to look at here.

            Cure: `orrery list checks` shows the names and where they belong."""),
    UNKNOWN_OPTION(38, "an unknown option", """
            The system, or the workload, has no option of that name.

            Why: an option that is read and has no effect would make a run say less than its file seems to ask for.

            Cure: `orrery list systems` and `orrery list workloads` show the options of each."""),
    UNKNOWN_FAULT(39, "an unknown fault", """
            An entry of 'faults' has a key that is neither a fault nor one of at, every, when and for.

            Why: each entry names one fault by its key, and when it strikes.

            Cure: `orrery list faults` shows all faults."""),
    GIVEN_TWICE(40, "the same thing is given twice", """
            A list, or several lists together, name the same thing twice.

            Why: names stand for one thing each, and a node cannot be in two groups at once.

            Cure: delete one of them."""),
    LIST_TOO_SHORT(41, "a list with too little in it", """
            A list is empty, or has fewer entries than it needs.

            Why: an empty list would mean nothing, or everything, and nobody could say which.

            Cure: add what is missing, or leave the key out."""),
    EXCLUDE_EACH_OTHER(42, "two keys that exclude each other", """
            A mapping has two keys of which only one can hold.

            Why: at says once and every says again and again; an open loop has a rate and a closed one does not.

            Cure: delete one of them, or make two entries."""),
    NEEDS_ANOTHER_KEY(43, "a key that needs another one, or has no effect as it stands", """
            A key has an effect only together with another key, or only with another value of it.

            Why: a key that is read and has no effect would make a run say less than its file seems to ask for.

            Cure: add the other key, or delete this one."""),
    TOO_LATE(44, "after the end of the run", """
            Something is to happen at a time that the run does not reach.

            Why: it would never happen, and the run would seem to have survived it.

            Cure: make 'duration' longer, or let it happen earlier."""),
    ALONE(45, "a partition that parts nobody", """
            A partition's groups leave nobody to be cut off: there is one group, or one node.

            Why: a node cannot be parted from itself, so the fault would do nothing.

            Cure: name two groups, or use more nodes."""),
    EXPECT_NO_CHECK(46, "a check is expected to fail that is not judged", """
            The value of 'expect' is neither 'pass' nor one of the checks that this run judges.

            Why: a check that is not judged cannot fail, so the run could never end as expected.

            Cure: add the check to 'checks', or correct the name."""),
    NOT_A_THRESHOLD(47, "not a threshold", """
            A threshold is not a comparison and a limit, its limit is of the wrong kind, or its key measures nothing.

            Why: a threshold is one of < <= > >= and a limit in the unit of what is measured, in quotes, as > has a
            meaning of its own in YAML: "< 500ms".

            Cure: see the reference page for what can be measured, and in which unit."""),
    WRONG_OPTION(48, "an option with a wrong value", """
            The value of an option of the system or the workload is not of the form that the option takes.

            Why: the message says what is wrong with it.

            Cure: `orrery list systems` and `orrery list workloads` show the options, their forms and their defaults."""),
    NOT_SERVED(49, "a workload that the system cannot serve", """
            The workload asks for an operation that the system does not serve.

            Why: all such operations would fail, and the run would show nothing.

            Cure: choose another workload, or leave the operation out of its 'mix'."""),
    NOT_A_COMPARISON(50, "not a comparison", """
            A trigger's condition is not a comparison and a whole number.

            Why: a condition is a whole number, or one of == != < <= > >= and a whole number, in quotes, as > has a meaning
            of its own in YAML: {term: ">= 2"}.

            Cure: write it like that."""),
    STRIKES_NOBODY(51, "a fault that can strike nobody", """
            A fault asks for more nodes than there are, or aims at nodes that it cannot strike.

            Why: it would do nothing, and the run would seem to have survived it.

            Cure: name servers that there are, or fewer of them."""),

    OVERLAPS_ITSELF(1, "a fault that is still there when it strikes again", """
            A fault strikes every so often and lasts as long as that or longer.

            What happens: it strikes again while it is there, so that it never lets go. That may be meant; a single fault
            with a longer 'for' says it more plainly.""", true),
    NOTHING_AFTER_HEAL(2, "no time left after the heal", """
            The run ends before the time that the system has to make progress after the heal is over.

            What happens: whether it would have made progress in time is judged by the shorter time that is left.""", true),
    NO_QUORUM(3, "fewer than a quorum may be left", """
            The faults that are planned at fixed times can take away half of the servers or more at once.

            What happens: the run goes on. A system that needs a majority answers nobody meanwhile, and that may be what
            the scenario is to show.""", true),
    NOTHING_JUDGED(4, "nothing is judged", """
            No check is asked for, and neither the system nor the workload has one of its own.

            What happens: the run goes on, and its verdict is inconclusive.""", true),
    LASTS_TO_THE_END(5, "a fault that nobody ends", """
            A fault has no 'for', and the run does not heal.

            What happens: it lasts to the end. Give it a length with 'for', or add 'heal'.""", true);

    private final int number;
    private final String title;
    private final String explanation;
    private final boolean warning;

    ProblemCode(int number, String title, String explanation) {
        this(number, title, explanation, false);
    }

    ProblemCode(int number, String title, String explanation, boolean warning) {
        this.number = number;
        this.title = title;
        this.explanation = explanation;
        this.warning = warning;
    }

    /** What reports call it: {@code S001} for an error, {@code W001} for a warning. */
    public String id() {
        return String.format(Locale.ROOT, "%s%03d", warning ? "W" : "S", number);
    }

    /** Whether it is only odd: a scenario with warnings and without errors runs. */
    public boolean isWarning() {
        return warning;
    }

    /** A few words. */
    public String title() {
        return title;
    }

    /** What it is, why it is an error, and what to do: several paragraphs. */
    public String explanation() {
        return explanation;
    }

    /** The kind of that id, in upper or lower case; nothing if there is none. */
    public static Optional<ProblemCode> of(String id) {
        return Arrays.stream(values())
                .filter(code -> code.id().equalsIgnoreCase(id))
                .findFirst();
    }

    /** All ids, in order. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(ProblemCode::id).toList();
    }
}
