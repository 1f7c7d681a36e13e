package fr.parvis.identity.scim;

import fr.parvis.identity.scim.protocol.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says in the directory's language that something went wrong here, so that it tries again later. */
@RestControllerAdvice(assignableTypes = {UsersController.class, GroupsController.class, CapabilitiesController.class})
class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @ExceptionHandler
    ResponseEntity<String> tell(RuntimeException failure, HttpServletRequest request) {
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return Answer.refused(
                request,
                Refusal.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "Quelque chose n’a pas fonctionné dans Parvis. Le détail est dans son journal technique."));
    }
}
