package fr.parvis.kernel.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Tells programs why no endpoint served their call (RFC 9457); what is under this path is for programs only. */
final class MachineErrors {

    private static final String PATH = "/api/";

    private MachineErrors() {}

    /** Whether the request that failed is a program's. */
    static boolean concerns(HttpServletRequest failed) {
        return failed.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path && path.startsWith(PATH);
    }

    /**
     * The answer.
     *
     * @param reference also stands in the log beside the failure
     */
    static ResponseEntity<ProblemDetail> answer(HttpStatus status, String reference) {
        var text = Text.of(status);
        var problem = ProblemDetail.forStatusAndDetail(status, text.detail + " Référence " + reference + ".");
        problem.setProperty("code", text.code);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private enum Text {
        NO_SUCH_PATH("no-such-path", "Il n’y a rien à cette adresse. Le contrat dit lesquelles existent."),
        BAD_METHOD(
                "bad-method", "Cette méthode n’existe pas à cette adresse. L’en-tête Allow dit lesquelles existent."),
        BAD_CALL("bad-call", "Cet appel n’a pas la forme que dit le contrat."),
        OUR_FAULT("our-fault", "Quelque chose n’a pas fonctionné chez nous. Réessayez dans quelques minutes.");

        private final String code;
        private final String detail;

        Text(String code, String detail) {
            this.code = code;
            this.detail = detail;
        }

        static Text of(HttpStatus status) {
            return switch (status) {
                case NOT_FOUND -> NO_SUCH_PATH;
                case METHOD_NOT_ALLOWED -> BAD_METHOD;
                default -> status.is4xxClientError() ? BAD_CALL : OUR_FAULT;
            };
        }
    }
}
