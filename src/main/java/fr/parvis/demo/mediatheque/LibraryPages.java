package fr.parvis.demo.mediatheque;

import com.sun.net.httpserver.HttpExchange;
import fr.parvis.demo.vendors.html.Html;
import java.io.IOException;
import java.net.URI;

/** The library's pages: another house, another look. */
final class LibraryPages {

    private LibraryPages() {}

    static String stranger() {
        return page("""
                <p>Empruntez, réservez, prolongez.</p>
                <p><a class="b" href="/connexion">Entrer avec mon compte de la ville</a></p>
                <p><a href="/guichet">Le guichet</a>, pour faire arriver des choses.</p>
                """);
    }

    static String welcome(RelyingParty.Reader reader) {
        return page(
                """
                <p>Bonjour %s. Vos rappels partiront à %s.</p>
                <p>Vous êtes le lecteur <code>%s</code>.</p>
                <p><a class="b" href="/prets">Mes prêts</a> <a class="b" href="/deconnexion">Se déconnecter</a></p>
                """.formatted(Html.escape(reader.firstName()), Html.escape(reader.email()), Html.escape(reader.sub())));
    }

    static String trouble(String reason) {
        return page("""
                <p>La connexion n’a pas abouti&nbsp;: %s.</p>
                <p><a class="b" href="/">Retour à l’accueil de la médiathèque</a></p>
                """.formatted(Html.escape(reason)));
    }

    static void redirect(HttpExchange exchange, URI there) throws IOException {
        exchange.getResponseHeaders().set("Location", there.toString());
        exchange.sendResponseHeaders(303, -1);
    }

    private static String page(String content) {
        return """
                <!doctype html>
                <html lang="fr">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Médiathèque</title>
                <style>body{margin:0 auto;max-width:36rem;padding:2rem 1rem;font:18px/1.5 Georgia,serif;background:#f4efe6;color:#2b2118}
                h1{color:#5b3b1c}.b{display:inline-block;padding:.7rem 1.2rem;background:#5b3b1c;color:#fff;text-decoration:none}
                code{overflow-wrap:anywhere}</style></head>
                <body><main><h1>Médiathèque</h1>%s</main></body></html>
                """.formatted(content);
    }
}
