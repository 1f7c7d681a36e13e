package fr.parvis.kernel.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/** One page, rendered from a template compiled at build time; the whole page is made before a byte is sent. */
final class JteView implements View {

    private final TemplateEngine engine;
    private final Frames frames;
    private final String template;

    JteView(TemplateEngine engine, Frames frames, String template) {
        this.engine = engine;
        this.frames = frames;
        this.template = template;
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("frame", frames.of(request));
        if (model != null && model.get("page") != null) {
            parameters.put("page", model.get("page"));
        }
        var output = new Utf8ByteOutput();
        engine.render(template + ".jte", parameters, output);
        response.setContentType(getContentType());
        PageBytes.of(output).send(request, response);
    }
}
