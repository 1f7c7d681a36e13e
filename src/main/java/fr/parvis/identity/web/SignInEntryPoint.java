package fr.parvis.identity.web;

import fr.parvis.identity.resumption.Resumption;
import fr.parvis.kernel.web.LocalPath;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** Sends strangers to sign in and then back; a form sent after the session ended comes back with what was typed. */
@Component
class SignInEntryPoint implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            var suite = URLEncoder.encode(LocalPath.of(request), StandardCharsets.UTF_8);
            response.setHeader("Cache-Control", "no-store");
            response.sendRedirect("/connexion?suite=" + suite);
        } else {
            Resumption.SESSION_ENDED.show(request, response);
        }
    }
}
