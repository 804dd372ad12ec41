package dev.atrium.core.search;

/** The grammar of search parameter names: names joined by dots, and at most one modifier that may chain on. */
final class SearchParameterName {
    private SearchParameterName() {}

    static boolean isValid(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? isPath(text) : isPath(text.substring(0, colon)) && isModifier(text.substring(colon + 1));
    }

    private static boolean isModifier(String text) {
        int dot = text.indexOf('.');
        String modifier = dot < 0 ? text : text.substring(0, dot);
        return !modifier.isEmpty()
                && modifier.chars().allMatch(c -> Ascii.isLetter((char) c) || c == '-')
                && (dot < 0 || isPath(text.substring(dot + 1)));
    }

    private static boolean isPath(String text) {
        boolean starting = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean dot = c == '.';
            if (starting ? !isStart(c) : !dot && !isPart(c)) {
                return false;
            }
            starting = dot;
        }
        return !starting;
    }

    private static boolean isStart(char c) {
        return Ascii.isLetter(c) || c == '_';
    }

    private static boolean isPart(char c) {
        return isStart(c) || Ascii.isDigit(c) || c == '-';
    }
}
