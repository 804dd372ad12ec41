package dev.atrium.rest.health;

import dev.atrium.setup.health.Finding;

/**
 * A finding.
 *
 * @param id which kind it is; it never changes
 * @param severity {@code error}, {@code warning} or {@code hint}
 * @param subject what it is about; may be empty
 * @param docs the page of the documentation that says more, and the heading in it
 */
record FindingRepresentation(String id, String severity, String subject, String cause, String cure, String docs) {
    private static final String DOCS = "docs/";

    static FindingRepresentation of(Finding finding) {
        return new FindingRepresentation(
                finding.kind().id(),
                finding.kind().severity().text(),
                finding.subject(),
                finding.cause(),
                finding.cure(),
                DOCS + finding.kind().docs());
    }
}
