package fr.parvis.identity.sessions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Tells Spring Security who is asking, from our own sessions. The database is asked when somebody wants to know, once
 * per request, so that static files cost no query.
 */
@Component
class SessionContexts implements SecurityContextRepository {

    private final Sessions sessions;

    SessionContexts(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new DeferredViewer(sessions, request);
    }

    @Override
    @SuppressWarnings("deprecation") // still abstract, though the framework calls the deferred form
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    /** Nothing to save: signing in and out is done by {@link Sessions}. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return sessions.mayHold(request);
    }

    private static final class DeferredViewer implements DeferredSecurityContext {

        private final Sessions sessions;
        private final HttpServletRequest request;
        private @org.jspecify.annotations.Nullable SecurityContext loaded;

        DeferredViewer(Sessions sessions, HttpServletRequest request) {
            this.sessions = sessions;
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (loaded == null) {
                loaded = sessions.viewer(request)
                        .map(viewer -> new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                                viewer, null, AuthorityUtils.NO_AUTHORITIES)))
                        .orElseGet(SecurityContextImpl::new);
            }
            return loaded;
        }

        /** A context made here is never one to be saved. */
        @Override
        public boolean isGenerated() {
            return false;
        }
    }
}
