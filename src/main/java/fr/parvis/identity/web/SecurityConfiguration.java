package fr.parvis.identity.web;

import fr.parvis.identity.openid.Door;
import fr.parvis.identity.resumption.LostForms;
import fr.parvis.kernel.Settings;
import fr.parvis.kernel.web.MachineEndpoints;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What every request passes: who is asking, the forgery token of forms, the headers of the answer. Who may call which
 * endpoint is not said here but on the endpoint, with {@link fr.parvis.kernel.web.Access}.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; frame-ancestors 'none';"
            + " base-uri 'none'; manifest-src 'self'";

    private static final String PERMISSIONS = "camera=(), geolocation=(self), microphone=(), payment=(), usb=()";

    private final Settings settings;
    private final List<Door> doors;
    private final String[] machineEndpoints;

    SecurityConfiguration(Settings settings, List<Door> doors, List<MachineEndpoints> machines) {
        this.settings = settings;
        this.machineEndpoints = machines.stream()
                .flatMap(endpoints -> endpoints.paths().stream())
                .toArray(String[]::new);
        this.doors = doors;
    }

    /** Requests are measured as a whole; measuring each filter too cost a tenth of every page. */
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain everyRequest(
            HttpSecurity http, SecurityContextRepository sessions, SignInEntryPoint entryPoint, LostForms lostForms) {
        return http.securityContext(context -> context.securityContextRepository(sessions))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens()).ignoringRequestMatchers(machineEndpoints))
                .authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(DispatcherType.values()).permitAll())
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(entryPoint).accessDeniedHandler(lostForms))
                .headers(headers -> write(headers))
                .build();
    }

    /** Browsers hold the redirect that follows a form to the policy too: signing in and out lead to the providers. */
    private String contentPolicy() {
        var forms = Stream.concat(Stream.of("'self'"), doors.stream().flatMap(door -> door.origin().stream()));
        return CONTENT_POLICY + "; form-action " + forms.collect(Collectors.joining(" "));
    }

    private void write(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy()))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(transport -> {
                    if (settings.https()) {
                        transport
                                .requestMatcher(request -> true)
                                .includeSubDomains(false)
                                .maxAgeInSeconds(Duration.ofDays(365).toSeconds());
                    } else {
                        transport.disable();
                    }
                });
    }

    /**
     * The forgery token is a cookie that pages repeat in each form. It is not renewed when somebody signs in, so that a
     * form left open while signing in again in another tab can still be sent.
     */
    private CookieCsrfTokenRepository csrfTokens() {
        boolean https = settings.https();
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(https ? "__Host-parvis_form" : "parvis_form");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).secure(https).sameSite("Lax"));
        return tokens;
    }
}
