package dev.atrium.setup.change;

/**
 * One thing that a setup made or changed.
 *
 * @param name by which people know it, unique among its kind
 * @param id Keycloak's
 * @param before what stood there, so that it can be put back; empty where nothing did
 * @param print of what was made, by which a later change is noticed
 */
public record Entry(Kind kind, String name, String id, String before, String print) {
    /** Of something new. */
    public static Entry made(Kind kind, String name, String id, String print) {
        return new Entry(kind, name, id, "", print);
    }
}
