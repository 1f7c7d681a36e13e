package fr.parvis.identity.resumption;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Why a form that was sent could not be taken, and comes back for its sender to send again. */
public enum Resumption {
    /** Its forgery token is unknown: the page stayed open too long, or the browser lost its cookies. */
    TOKEN_LOST(HttpServletResponse.SC_FORBIDDEN),
    /** Nobody is signed in any more. */
    SESSION_ENDED(HttpServletResponse.SC_UNAUTHORIZED);

    /** Where {@link ResumptionController} answers, for forwards only. */
    static final String PATH = "/envoi-interrompu";

    private final int status;

    Resumption(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /** Answers with the form and what was typed in it. */
    public void show(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        request.setAttribute(Resumption.class.getName(), this);
        request.getRequestDispatcher(PATH).forward(request, response);
    }
}
