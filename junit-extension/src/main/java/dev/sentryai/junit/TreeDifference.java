package dev.sentryai.junit;

import java.util.ArrayList;
import java.util.List;

/** What must be done to one list of lines to make it another, by their longest common subsequence. */
final class TreeDifference {

    private final List<String> expected;
    private final List<String> found;
    /** The length of the longest common subsequence of what follows each pair of places. */
    private final int[][] common;

    private TreeDifference(List<String> expected, List<String> found) {
        this.expected = expected;
        this.found = found;
        this.common = new int[expected.size() + 1][found.size() + 1];
        for (int left = expected.size() - 1; left >= 0; left--) {
            for (int right = found.size() - 1; right >= 0; right--) {
                common[left][right] = expected.get(left).equals(found.get(right))
                        ? common[left + 1][right + 1] + 1
                        : Math.max(common[left + 1][right], common[left][right + 1]);
            }
        }
    }

    /** The lines of both: with a minus what is missing, with a plus what was not expected. */
    static List<String> lines(List<String> expected, List<String> found) {
        return new TreeDifference(expected, found).lines();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        int left = 0;
        int right = 0;
        while (left < expected.size() || right < found.size()) {
            if (isCommon(left, right)) {
                lines.add("  " + expected.get(left++));
                right++;
            } else if (isMissing(left, right)) {
                lines.add("- " + expected.get(left++));
            } else {
                lines.add("+ " + found.get(right++));
            }
        }
        return lines;
    }

    private boolean isCommon(int left, int right) {
        return left < expected.size()
                && right < found.size()
                && expected.get(left).equals(found.get(right));
    }

    private boolean isMissing(int left, int right) {
        return left < expected.size() && (right == found.size() || common[left + 1][right] >= common[left][right + 1]);
    }
}
