package fr.parvis.architecture;

/**
 * The words of a JTE template: its text and the string literals of its expressions; code is blanked out, so that
 * offsets and lines stay those of the file.
 */
final class TemplateText {

    private final String source;
    private final StringBuilder words = new StringBuilder();
    private int at;

    private TemplateText(String source) {
        this.source = source;
    }

    static String of(String source) {
        var declarations = source.replaceAll("(?m)^@(import|param)(?![^\\n]*\").*$", "");
        var scanner = new TemplateText(declarations.replaceAll("(?s)<%--.*?--%>", ""));
        scanner.text(false);
        return scanner.words.toString();
    }

    private void text(boolean inBackticks) {
        while (at < source.length()) {
            if (inBackticks && source.charAt(at) == '`') {
                at++;
                return;
            }
            int open = opening();
            if (open < 0) {
                words.append(source.charAt(at++));
            } else {
                at = open + 1;
                code(source.charAt(open) == '{' ? '}' : ')');
            }
        }
    }

    /** Where the code that starts here opens its bracket; -1 when no code starts here. */
    private int opening() {
        var code = java.util.regex.Pattern.compile("(\\$(unsafe)?\\{|!\\{|@[\\w.]+\\()")
                .matcher(source)
                .region(at, source.length());
        return code.lookingAt() ? code.end() - 1 : -1;
    }

    private void code(char closing) {
        char opening = closing == '}' ? '{' : '(';
        int depth = 1;
        while (at < source.length() && depth > 0) {
            char next = source.charAt(at++);
            if (next == '"') {
                literal();
            } else if (next == '`') {
                text(true);
            } else {
                depth += next == opening ? 1 : next == closing ? -1 : 0;
                words.append(next == '\n' ? '\n' : '\u0001');
            }
        }
    }

    private void literal() {
        for (; at < source.length() && source.charAt(at) != '"'; at++) {
            if (source.charAt(at) == '\\') {
                words.append(source.charAt(at++));
            }
            words.append(source.charAt(at));
        }
        at++;
    }
}
