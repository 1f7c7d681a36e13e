package fr.parvis.identity.scim;

import fr.parvis.identity.accounts.Throttle;
import fr.parvis.identity.accounts.Throttle.Guard;
import fr.parvis.identity.guessing.Computer;
import fr.parvis.identity.guessing.Wait;
import fr.parvis.identity.scim.connection.Calls;
import fr.parvis.identity.scim.connection.DirectoryTokens;
import fr.parvis.identity.scim.protocol.Body;
import fr.parvis.identity.scim.protocol.Refusal;
import fr.parvis.kernel.Token;
import fr.parvis.kernel.web.MachineEndpoints;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets the directory in by its token, and nobody else; notes what it called and what came of it. */
@Configuration(proxyBeanMethods = false)
class Gate implements WebMvcConfigurer, HandlerInterceptor {

    static final String PATH = "/scim/v2";

    private static final String EVERYTHING = PATH + "/**";
    private static final String BEARER = "Bearer ";
    private static final String REFUSAL = Gate.class.getName();

    private final DirectoryTokens tokens;
    private final Throttle throttle;
    private final Wait wait;
    private final Calls calls;

    Gate(DirectoryTokens tokens, Throttle throttle, Wait wait, Calls calls) {
        this.tokens = tokens;
        this.throttle = throttle;
        this.wait = wait;
        this.calls = calls;
    }

    @Bean
    static MachineEndpoints scimEndpoints() {
        return MachineEndpoints.of(EVERYTHING);
    }

    /** Keeps why a call is refused until it is noted. */
    static void note(HttpServletRequest request, Refusal refusal) {
        request.setAttribute(REFUSAL, refusal.reason());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(EVERYTHING);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (token(request).filter(tokens::works).isPresent()) {
            return true;
        }
        var refusal = throttle.attempt(Guard.DIRECTORY, Computer.of(request))
                .map(until -> Refusal.of(HttpStatus.TOO_MANY_REQUESTS, wait.tell(until, response)))
                .orElseGet(() -> wrong(request, response));
        response.setStatus(refusal.status().value());
        response.setContentType(Body.SCIM.toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(Answer.error(refusal).toString().getBytes(StandardCharsets.UTF_8));
        return false;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        note(request, response.getStatus(), (String) request.getAttribute(REFUSAL));
    }

    /** RFC 6750, section 3: no error code for who brought no token at all. Only these are noted, not each of a flood. */
    private Refusal wrong(HttpServletRequest request, HttpServletResponse response) {
        boolean none = token(request).isEmpty();
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, none ? "Bearer" : "Bearer error=\"invalid_token\"");
        var refusal = Refusal.of(
                HttpStatus.UNAUTHORIZED,
                none
                        ? "Il manque le jeton : Authorization: Bearer, suivi du jeton."
                        : "Ce jeton ne fonctionne pas ou plus. Un administrateur en fait un nouveau dans Parvis.");
        note(request, refusal.status().value(), refusal.reason());
        return refusal;
    }

    private void note(HttpServletRequest request, int status, @Nullable String reason) {
        var query = request.getQueryString();
        var path = request.getRequestURI() + (query == null ? "" : "?" + query);
        calls.note(request.getMethod(), path, status, reason == null ? "" : reason);
    }

    private static Optional<Token> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> new Token(value.substring(BEARER.length()).strip()));
    }
}
