package fr.parvis.architecture;

import java.util.regex.Pattern;

/**
 * The words of a JTE template: its text and the string literals of its expressions; code is blanked out.
 */
final class TemplateText {

    /** Stands for whatever is not words. */
    private static final char CODE = '\u0001';

    private static final Pattern CODE_STARTS = Pattern.compile("\\$(unsafe)?\\{|!\\{|@[\\w.]+\\(");

    private final String source;
    private final StringBuilder words = new StringBuilder();
    private int at;

    private TemplateText(String source) {
        this.source = source;
    }

    static String of(String source) {
        var declarations = source.replaceAll("(?m)^@(import|param)(?![^\\n]*\").*$", "");
        var scanner = new TemplateText(declarations.replaceAll("(?s)<%--.*?--%>|<style>.*?</style>", ""));
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
        var code = CODE_STARTS.matcher(source).region(at, source.length());
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
                words.append(next == '\n' ? '\n' : CODE);
            }
        }
    }

    private void literal() {
        words.append(CODE);
        for (; at < source.length() && source.charAt(at) != '"'; at++) {
            if (source.charAt(at) == '\\') {
                words.append(source.charAt(at++));
            }
            words.append(source.charAt(at));
        }
        words.append(CODE);
        at++;
    }
}
