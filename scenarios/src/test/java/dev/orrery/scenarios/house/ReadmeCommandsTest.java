package dev.orrery.scenarios.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.orrery.scenarios.house.ReadmeCommands.Command;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReadmeCommandsTest {

    @Test
    void aCommandHasTheLinesUnderItAndItsExitCode() {
        List<Command> commands = ReadmeCommands.of(
                List.of("# Name", "", "```sh", "$ one --fast", "first", "second", "$ two   # exit 3", "```", "text"));
        assertEquals(
                List.of(
                        new Command(4, "one --fast", 0, List.of("first", "second")),
                        new Command(7, "two   # exit 3", 3, List.of())),
                commands);
    }

    @Test
    void aCommandMayBringItsOwnInput() {
        assertEquals(
                List.of(
                        new Command(2, "cat > file <<'END'\nline\nEND", 0, List.of()),
                        new Command(5, "cat file", 0, List.of("line"))),
                ReadmeCommands.of(
                        List.of("```sh", "$ cat > file <<'END'", "line", "END", "$ cat file", "line", "```")));
    }

    @Test
    void otherBlocksAreLeftAlone() {
        assertEquals(
                List.of(),
                ReadmeCommands.of(List.of(
                        "```yaml", "$ no", "```", "<!-- not run: it is this very build -->", "```sh", "mvn x", "```")));
    }

    @Test
    void aBlockThatIsSilentlyNotRunIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ReadmeCommands.of(List.of("```sh", "mvn x", "```")));
    }

    @Test
    void outputIsComparedLineByLine() {
        assertEquals(List.of(), promised("seed 0x5EED", "done").differences("seed 0x5EED\ndone\n"));
        assertEquals(
                1,
                promised("seed 0x5EED", "done")
                        .differences("seed 0x5EEE\ndone\n")
                        .size());
        assertEquals(1, promised("done").differences("done\nand more\n").size());
        assertEquals(1, promised("done", "and more").differences("done\n").size());
    }

    @Test
    void anEllipsisStandsForAnyTextOrAnyLines() {
        assertEquals(List.of(), promised("took … s", "…", "end").differences("took 0.42 s\na\nb\nend\n"));
        assertEquals(List.of(), promised("a", "…").differences("a\nb\nc\n"));
        assertEquals(1, promised("…", "end").differences("a\nb\n").size());
    }

    @Test
    void nothingPromisedComparesNothing() {
        assertEquals(List.of(), promised().differences("anything\n"));
    }

    private static Command promised(String... output) {
        return new Command(1, "command", 0, List.of(output));
    }
}
