package dev.orrery.scenarios.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.orrery.scenarios.folder.FolderException;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.scenarios.sweep.Merge.MergeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MergeTest {
    private static final String SEEDS = "60";

    @Test
    void thePartsOfASweepAreTheWhole() throws FolderException, MergeException {
        Part whole = Sweeps.sweep(Sweeps.FORGETFUL, SEEDS, 1);
        for (int of = 1; of <= 4; of++) {
            List<Part> parts = new ArrayList<>();
            for (int part = 1; part <= of; part++) {
                parts.add(PartFile.read(PartFile.text(part(part, of))));
            }
            Collections.reverse(parts);
            Part merged = Merge.of(parts);
            assertEquals(PartFile.text(whole), PartFile.text(merged), of + " parts");
            assertEquals(Sweeps.json(whole), Sweeps.json(merged));
        }
    }

    @Test
    void aPartThatIsThereTwiceCountsOnce() throws FolderException, MergeException {
        Part first = part(1, 2);
        Part second = part(2, 2);
        assertEquals(
                PartFile.text(Merge.of(List.of(first, second))),
                PartFile.text(Merge.of(List.of(first, second, first, second))));
    }

    @Test
    void seedsThatNobodyHasRunAreNamed() throws FolderException {
        assertEquals("seeds are missing: 0x0..0x13; no part holds them", wrong(part(2, 3), part(3, 3)));
        assertEquals("seeds are missing: 0x14..0x27; no part holds them", wrong(part(1, 3), part(3, 3)));
        assertEquals("seeds are missing: 0x28..0x3B; no part holds them", wrong(part(1, 3), part(2, 3)));
    }

    @Test
    void aPartThatIsNotCompleteIsToBeGoneOnWith() throws FolderException {
        Part begun = Part.begin(part(1, 2).plan());
        assertEquals(
                "seeds are missing: 0x0..0x1D; part 1/2 is not complete, go on with it by --shard 1/2 --resume",
                wrong(begun, part(2, 2)));
    }

    @Test
    void partsOfDifferentDivisionsMayNotOverlap() throws FolderException {
        assertEquals("part 2/3 holds seeds of another part: 0x14..0x1D", wrong(part(1, 2), part(2, 3), part(3, 3)));
    }

    @Test
    void partsOfDifferentSweepsAreRefused() throws FolderException {
        Part other = Sweeps.sweep(Sweeps.CAREFUL, SEEDS, 1);
        assertEquals(
                "these are parts of different sweeps: the text of forgetful has changed", wrong(part(1, 2), other));
        Part more = Sweeps.sweep(Sweeps.FORGETFUL, "10", 1);
        assertEquals(
                "these are parts of different sweeps: seeds 0x0..0x3B and seeds 0x0..0x9", wrong(part(1, 2), more));
    }

    @Test
    void whatIsNoPartIsRefused() {
        for (String text : List.of("", "{}", "[1]", "{\"format\":\"orrery-sweep-part\",\"v\":9}", "nonsense")) {
            assertThrows(IllegalArgumentException.class, () -> PartFile.read(text), text);
        }
    }

    private static String wrong(Part... parts) {
        return String.valueOf(assertThrows(MergeException.class, () -> Merge.of(List.of(parts)))
                .getMessage());
    }

    private static Part part(int part, int of) throws FolderException {
        Subject subject = Sweeps.subject(Sweeps.FORGETFUL);
        SweepPlan plan = Sweeps.plan(subject, SEEDS).part(part, of);
        return Sweep.run(subject, plan, new Sweep.Limits(1, false, Long.MAX_VALUE), Sweep.UNOBSERVED);
    }
}
