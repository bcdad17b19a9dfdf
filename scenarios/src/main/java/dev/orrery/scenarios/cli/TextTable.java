package dev.orrery.scenarios.cli;

import java.util.ArrayList;
import java.util.List;

/** A table in columns of even width: the first ones to the left, numbers to the right. */
final class TextTable {
    private TextTable() {}

    /**
     * Its lines, the head first.
     *
     * @param left how many columns stand to the left
     */
    static List<String> of(List<String> head, List<List<String>> body, int left) {
        List<List<String>> rows = new ArrayList<>(List.of(head));
        rows.addAll(body);
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(" ");
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                String space = " ".repeat(width(rows, column) - cell.length());
                line.append(' ')
                        .append(column < left ? cell + space : space + cell)
                        .append(' ');
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
