package fr.parvis.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PageBytesTests {

    private static final String LONG = "<p>Déposée le 3 mai</p>".repeat(200);

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, deflate, br", "deflate, GZIP;q=0.5", "br;q=0, gzip;q=0.01"})
    void isCompressedForWhoTakesIt(String accepted) throws IOException {
        var response = sent(LONG, accepted);
        assertThat(response.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(response.getHeader("Vary")).isEqualTo("Accept-Encoding");
        assertThat(response.getContentLength())
                .isEqualTo(response.getContentAsByteArray().length)
                .isLessThan(LONG.length() / 2);
        try (var page = new GZIPInputStream(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            assertThat(new String(page.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(LONG);
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "identity", "br", "gzip;q=0", "gzip; q=0.000, br", "xgzip2"})
    void isSentAsItIsOtherwise(@Nullable String accepted) throws IOException {
        var response = sent(LONG, accepted);
        assertThat(response.getHeader("Content-Encoding")).isNull();
        assertThat(response.getHeader("Vary")).isEqualTo("Accept-Encoding");
        assertThat(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8))
                .isEqualTo(LONG);
    }

    @Test
    void growsHardlyWhenItCannotBeCompressed() throws IOException {
        var noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        for (var content : List.of(noise, new byte[0], new byte[] {1})) {
            try (var page = new GZIPInputStream(new ByteArrayInputStream(Gzip.fast(content)))) {
                assertThat(page.readAllBytes()).isEqualTo(content);
            }
        }
    }

    @Test
    void isNotCompressedWhenShort() throws IOException {
        var response = sent("<p>Déposée</p>", "gzip");
        assertThat(response.getHeader("Content-Encoding")).isNull();
        assertThat(response.getContentLength()).isEqualTo("<p>Déposée</p>".getBytes(StandardCharsets.UTF_8).length);
    }

    private static MockHttpServletResponse sent(String html, @Nullable String accepted) throws IOException {
        var request = new MockHttpServletRequest();
        if (accepted != null) {
            request.addHeader("Accept-Encoding", accepted);
        }
        var response = new MockHttpServletResponse();
        var output = new Utf8ByteOutput();
        output.writeContent(html);
        PageBytes.of(output).send(request, response);
        return response;
    }
}
