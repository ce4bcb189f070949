package dev.standing.influence.input;

/** Ties to be loaded; read twice, and must give the same ties both times. */
@FunctionalInterface
public interface TieSource {
    void forEach(TieSink sink);

    /** Takes one tie: two different members and a weight above 0 to 1, kept in steps of 1/255. */
    @FunctionalInterface
    interface TieSink {
        void tie(int a, int b, double weight);
    }
}
