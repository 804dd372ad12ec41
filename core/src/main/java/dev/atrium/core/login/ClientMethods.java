package dev.atrium.core.login;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table of clients and methods.
 *
 * @param methods by the id of the client, in order of preference; none where a row cannot be read
 * @param problems what is wrong, in sentences for the administrator that name the row
 */
public record ClientMethods(Map<String, List<LoginMethod>> methods, List<String> problems) {
    public static final ClientMethods NONE = new ClientMethods(Map.of(), List.of());

    public ClientMethods {
        methods = Map.copyOf(methods);
        problems = List.copyOf(problems);
    }

    public static ClientMethods parse(List<TableRow> table) {
        Map<String, List<LoginMethod>> clients = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (TableRow row : table) {
            String clientId = row.key().strip();
            if (clientId.isEmpty()) {
                if (!row.isBlank()) {
                    problems.add(row.problem("names no client"));
                }
                continue;
            }
            MethodList methods = MethodList.parse(row.value());
            methods.problem().ifPresent(why -> problems.add(row.problem(why)));
            if (clients.put(clientId, methods.methods()) != null) {
                problems.add(row.problem("repeats the client " + clientId + ": keep one row of them"));
                clients.put(clientId, List.of());
            }
        }
        return new ClientMethods(clients, problems);
    }

    /** What this client asks for, if it does; an empty list if that cannot be read. */
    public Optional<List<LoginMethod>> of(String clientId) {
        return Optional.ofNullable(methods.get(clientId));
    }
}
