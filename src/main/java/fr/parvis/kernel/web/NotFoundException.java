package fr.parvis.kernel.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * There is nothing at this address for this person. Also thrown for what exists but is somebody else's, so that the
 * answer does not tell the two apart.
 */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NotFoundException extends RuntimeException {

    public NotFoundException() {
        super("nothing here for this person");
    }
}
