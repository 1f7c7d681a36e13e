package fr.parvis.partners.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells programs why a call cannot be served (RFC 9457). */
@RestControllerAdvice("fr.parvis.partners")
class ProblemAnswers {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refuse(ProblemException refusal, HttpServletRequest request) {
        CallNote.of(request).refused(refusal.code());
        var problem = refusal.problem();
        var answer = ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (refusal.after() != null) {
            answer.header(
                    HttpHeaders.RETRY_AFTER, String.valueOf(refusal.after().toSeconds()));
        }
        return answer.body(problem);
    }
}
