package fr.parvis.kernel.web.intake;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses control characters in what programs send by the protocols of signing in, once for all their endpoints; after
 * the headers that keep every page safe. Forms of people are not looked at here: what is wrong in a field is said beside
 * it, with all that was typed.
 */
@Component
@Order(0)
final class ControlCharacterFilter extends OncePerRequestFilter {

    private static final Pattern ENCODED = Pattern.compile("%(?:[01][0-9a-f]|7f)", Pattern.CASE_INSENSITIVE);

    private static final List<String> PROTOCOLS = List.of("/oauth2/", "/userinfo", "/connect/", "/cas/", "/scim/");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return PROTOCOLS.stream().noneMatch(request.getRequestURI()::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isSteered(request.getQueryString()) || isSteered(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isSteered(@Nullable String query) {
        return query != null && ENCODED.matcher(query).find();
    }

    private static boolean isSteered(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .anyMatch(parameter -> ControlCharacters.in(parameter.getKey())
                        || Stream.of(parameter.getValue()).anyMatch(ControlCharacters::inLines));
    }
}
