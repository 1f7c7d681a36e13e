package fr.parvis.applications.openid;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests of applications as the OpenID Connect library reads them. */
public final class Parameters {

    private Parameters() {}

    /** Every parameter, of the address and of the form. */
    public static Map<String, List<String>> of(HttpServletRequest request) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
        return parameters;
    }

    /** A form sent by a program. Whatever stands in the address is left out: secrets do not belong there. */
    static HTTPRequest form(HttpServletRequest request) {
        var form = of(request);
        URLUtils.parseParameters(request.getQueryString()).keySet().forEach(form::remove);
        var read = new HTTPRequest(
                HTTPRequest.Method.POST, URI.create(request.getRequestURL().toString()));
        read.setEntityContentType(ContentType.APPLICATION_URLENCODED);
        read.setBody(URLUtils.serializeParameters(form));
        var authorization = request.getHeader("Authorization");
        if (authorization != null) {
            read.setAuthorization(authorization);
        }
        return read;
    }
}
