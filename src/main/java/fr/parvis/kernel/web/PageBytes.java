package fr.parvis.kernel.web;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A page on its way out, in one piece: the hundred small ones that a template leaves would each pass through every filter.
 * It is compressed here rather than by the server, whose compression was a quarter of what a page costs.
 */
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
record PageBytes(byte[] html) {

    /** Smaller pages gain nothing. */
    private static final int WORTH_IT = 2_048;

    static PageBytes of(Utf8ByteOutput output) throws IOException {
        var page = new ByteArrayOutputStream(output.getContentLength());
        output.writeTo(page::write);
        return new PageBytes(page.toByteArray());
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var sent = html;
        if (html.length >= WORTH_IT) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            if (takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING))) {
                response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
                sent = Gzip.fast(html);
            }
        }
        response.setContentLength(sent.length);
        response.getOutputStream().write(sent);
    }

    /** Whether the browser lists gzip and does not refuse it with a weight of zero (RFC 9110, section 12.5.3). */
    static boolean takesGzip(@Nullable String accepted) {
        return accepted != null && accepted.matches("(?i).*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
    }
}
