package dev.atrium.directory.factor;

/** What a project asks for, and a sign-in has not. */
public enum UnmetRequirement {
    /** The project's settings cannot be read: nobody gets in. */
    UNREADABLE("The sign-in settings of this project cannot be read: its administrator has to correct them"),
    /** None of the methods that the project asks for was used. */
    METHOD("This project asks for another sign-in method than the one used: sign in again"),
    /** No second factor was passed. */
    SECOND_FACTOR("This project asks for a second factor, which this sign-in does not have: sign in again");

    private final String description;

    UnmetRequirement(String description) {
        this.description = description;
    }

    /** In words for the app's developer. */
    public String description() {
        return description;
    }
}
