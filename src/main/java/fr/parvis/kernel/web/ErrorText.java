package fr.parvis.kernel.web;

import org.springframework.http.HttpStatus;

/** What people read when a request fails: what happened and what to do, in the voice of the other pages. */
enum ErrorText {
    NOT_UNDERSTOOD(
            "Cette demande n’est pas comprise",
            "L’adresse ou le formulaire envoyé n’a pas la forme attendue. Revenez en arrière et recommencez."),
    NOT_ALLOWED(
            "Cette page n’est pas accessible avec votre compte",
            "Si vous pensez que c’est une erreur, appelez-nous en donnant la référence ci-dessous."),
    NOT_FOUND(
            "Cette page n’existe pas",
            "L’adresse est peut-être incomplète, ou la page n’est pas accessible avec votre compte."),
    TOO_HEAVY(
            "L’envoi est trop lourd",
            "Un envoi peut peser 110\u00a0Mo au plus, et chaque fichier 10\u00a0Mo. Rien de celui-ci n’a été gardé\u00a0;"
                    + " ce que vous aviez enregistré avant est conservé. Revenez à la page, puis envoyez moins de fichiers"
                    + " à la fois."),
    MAINTENANCE(
            "Le service est en maintenance",
            "Il revient dans quelques minutes. Ce que vous aviez enregistré est conservé."),
    OUR_FAULT(
            "Quelque chose n’a pas fonctionné chez nous",
            "Ce que vous aviez enregistré est conservé. Réessayez dans quelques minutes\u00a0; si cela continue,"
                    + " appelez-nous en donnant la référence ci-dessous.");

    private final String title;
    private final String explanation;

    ErrorText(String title, String explanation) {
        this.title = title;
        this.explanation = explanation;
    }

    static ErrorText of(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED, FORBIDDEN -> NOT_ALLOWED;
            case NOT_FOUND, METHOD_NOT_ALLOWED -> NOT_FOUND;
            case CONTENT_TOO_LARGE -> TOO_HEAVY;
            case SERVICE_UNAVAILABLE -> MAINTENANCE;
            default -> status.is4xxClientError() ? NOT_UNDERSTOOD : OUR_FAULT;
        };
    }

    String title() {
        return title;
    }

    String explanation() {
        return explanation;
    }
}
