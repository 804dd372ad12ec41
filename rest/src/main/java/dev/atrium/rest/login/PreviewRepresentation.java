package dev.atrium.rest.login;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a name would meet.
 *
 * @param email as it was asked for
 * @param domain as rules compare it; none for a user name
 * @param client the client ID, if one was asked for
 * @param name what is decided when the name has been typed, whether somebody has it or nobody
 * @param account what is decided for the account with this name, if there is one and the administrator may view it
 * @param problems of the tables of the Domain step
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreviewRepresentation(
        String email,
        @Nullable String domain,
        @Nullable String client,
        DecisionRepresentation name,
        @Nullable AccountRepresentation account,
        List<String> problems) {}
