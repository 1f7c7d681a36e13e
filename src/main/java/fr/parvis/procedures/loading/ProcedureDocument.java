package fr.parvis.procedures.loading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The text of one version of a procedure.
 *
 * @param file what errors call it
 */
public record ProcedureDocument(String file, String slug, int version, String text) {

    private static final Pattern NAME = Pattern.compile("([a-z][a-z0-9-]{2,80})\\.v([1-9]\\d{0,3})\\.yaml");

    /** A document from a file, whose name says which procedure and version it is. */
    public static ProcedureDocument of(String file, String text) {
        var name = NAME.matcher(file);
        if (!name.matches()) {
            throw new WrongProcedureException(file, "", "nommez ce fichier comme carte-stationnement.v1.yaml");
        }
        return new ProcedureDocument(file, name.group(1), Integer.parseInt(name.group(2)), text);
    }

    /** The fingerprint that tells whether a published version was changed. */
    String sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
