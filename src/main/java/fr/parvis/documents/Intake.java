package fr.parvis.documents;

import fr.parvis.kernel.French;
import java.util.Optional;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/** The door of the store: looks at what a file is, whatever its name says, and takes out what it tells about people. */
@Component
class Intake {

    private static final int LARGEST = 10 * 1024 * 1024;
    private static final String ACCEPTED = "Envoyez un PDF, une photo (JPEG, PNG, HEIC) ou un document DOCX ou ODT.";

    private final Tika tika = new Tika();

    /** The verdict on a file. */
    sealed interface Verdict {

        /** To be kept under this name, with this content. */
        @SuppressWarnings("ArrayRecordComponent") // a verdict is taken apart at once, never compared
        record Accepted(String name, FileType type, byte[] content) implements Verdict {}

        /** Not to be kept; the reason is plain French and says how to fix it. */
        record Refused(String reason) implements Verdict {}
    }

    Verdict check(String name, byte[] content) {
        if (content.length == 0) {
            return refused(
                    "Ce fichier est vide. Ouvrez-le sur votre appareil pour vérifier, puis envoyez-le de nouveau.");
        }
        var tooLarge = tooLarge(content.length);
        if (tooLarge.isPresent()) {
            return tooLarge.get();
        }
        var found = tika.detect(content);
        return switch (found) {
            case "application/pdf" -> accepted(name, FileType.PDF, Optional.of(content));
            case "image/jpeg" -> accepted(name, FileType.JPEG, JpegMetadata.strip(content));
            case "image/png" -> accepted(name, FileType.PNG, PngMetadata.strip(content));
            case "image/heic", "image/heif" -> accepted(name, FileType.HEIC, HeicMetadata.strip(content));
            default -> isZip(content) ? archive(name, content) : refused(explain(found));
        };
    }

    /** The refusal of a file of so many bytes, if that is too much; the browser says the same (files.js). */
    Optional<Verdict.Refused> tooLarge(long bytes) {
        return bytes <= LARGEST
                ? Optional.empty()
                : Optional.of(new Verdict.Refused("Ce fichier dépasse 10" + French.NBSP + "Mo (il pèse "
                        + French.size(bytes) + "). Réduisez-le, ou envoyez-le en plusieurs fichiers."));
    }

    private static Verdict archive(String name, byte[] content) {
        return switch (OfficeArchive.inspect(content)) {
            case DOCX -> accepted(name, FileType.DOCX, Optional.of(content));
            case ODT -> accepted(name, FileType.ODT, Optional.of(content));
            case MACROS ->
                refused("Ce document contient des macros, des programmes que nous n’acceptons pas. Enregistrez-le en"
                        + " PDF, puis envoyez le PDF.");
            case TOO_BIG ->
                refused("Ce fichier est trop gros une fois décompressé. Enregistrez-le en PDF, puis envoyez le PDF.");
            case DAMAGED -> damaged();
            case OTHER ->
                refused(
                        "Ce fichier est une archive ZIP. Ouvrez-la et envoyez les fichiers qu’elle contient, un par un. "
                                + ACCEPTED);
        };
    }

    private static Verdict accepted(String name, FileType type, Optional<byte[]> cleaned) {
        var clean = FileName.shortened(type.named(FileName.clean(name)));
        return cleaned.<Verdict>map(content -> new Verdict.Accepted(clean, type, content))
                .orElseGet(Intake::damaged);
    }

    private static Verdict damaged() {
        return refused("Ce fichier est abîmé ou incomplet. Ouvrez-le sur votre appareil pour vérifier, puis"
                + " enregistrez-le ou photographiez-le de nouveau.");
    }

    private static String explain(String mediaType) {
        if (mediaType.startsWith("video/") || mediaType.startsWith("audio/")) {
            return "Ce fichier est un enregistrement vidéo ou sonore. " + ACCEPTED;
        }
        if (mediaType.startsWith("image/")) {
            return "Cette image n’est pas dans un format accepté. Enregistrez-la en JPEG ou en PNG, puis envoyez-la.";
        }
        return switch (mediaType) {
            case "text/html", "application/xhtml+xml" ->
                "Ce fichier est une page web. Imprimez-la en PDF depuis votre navigateur, puis envoyez le PDF.";
            case "application/x-dosexec", "application/x-msdownload", "application/x-executable", "application/x-elf" ->
                "Ce fichier est un programme, que nous n’acceptons pas. " + ACCEPTED;
            case "application/x-tika-msoffice", "application/msword" ->
                "Ce document est dans un ancien format ou protégé par un mot de passe. Enregistrez-le en PDF sans mot"
                        + " de passe, puis envoyez le PDF.";
            default -> "Ce fichier n’est pas dans un format accepté, quel que soit son nom. " + ACCEPTED;
        };
    }

    private static boolean isZip(byte[] content) {
        return content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3 && content[3] == 4;
    }

    private static Verdict refused(String reason) {
        return new Verdict.Refused(reason);
    }
}
