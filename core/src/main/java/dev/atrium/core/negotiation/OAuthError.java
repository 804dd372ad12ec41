package dev.atrium.core.negotiation;

/** An OAuth error code and the fixed sentence that may be shown with it (RFC 6749 sections 4.1.2.1 and 5.2). */
public enum OAuthError {
    INVALID_SCOPE("invalid_scope", "The requested scope cannot be granted."),
    INVALID_GRANT("invalid_grant", "The access that this grant stands for has ended."),
    INVALID_REQUEST("invalid_request", "The request cannot be carried out."),
    ACCESS_DENIED("access_denied", "The user did not agree to the requested access."),
    SERVER_ERROR("server_error", "The server is not set up for what was requested.");

    private final String code;
    private final String description;

    OAuthError(String code, String description) {
        this.code = code;
        this.description = description;
    }

    public String code() {
        return code;
    }

    public String description() {
        return description;
    }
}
