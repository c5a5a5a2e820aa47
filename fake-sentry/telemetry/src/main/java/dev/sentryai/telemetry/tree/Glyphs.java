package dev.sentryai.telemetry.tree;

/** The characters that trees are drawn with. */
public enum Glyphs {
    /** Box-drawing characters. */
    UNICODE("├─ ", "└─ ", "│  "),
    /** For terminals and files that are not UTF-8. */
    ASCII("|- ", "`- ", "|  ");

    private static final String NOTHING = "   ";

    private final String branch;
    private final String lastBranch;
    private final String trunk;

    Glyphs(String branch, String lastBranch, String trunk) {
        this.branch = branch;
        this.lastBranch = lastBranch;
        this.trunk = trunk;
    }

    /** In front of a node. */
    String branch(boolean last) {
        return last ? lastBranch : branch;
    }

    /** In front of what is below a node. */
    String below(boolean last) {
        return last ? NOTHING : trunk;
    }
}
