package fr.parvis.partners.console.conformance;

/** A message that tries out how a partner's server receives ours. */
enum Probe {
    RIGHT(
            "Message bien signé accepté",
            "un message signé de votre clé",
            true,
            "signez « webhook-id.webhook-timestamp.corps », octet pour octet, comparez, et répondez 2xx"),
    /** With the {@code webhook-id} of the one before. */
    TWICE(
            "Message qui revient accepté",
            "le même message, avec le même webhook-id",
            true,
            "répondez 2xx à un webhook-id déjà vu, sans refaire le travail"),
    ROTATED(
            "Deux signatures, une seule bonne",
            "un message à deux signatures, dont la seconde est de votre clé",
            true,
            "lisez toutes les signatures, séparées par une espace : une bonne suffit"),
    UNKNOWN(
            "Type inconnu laissé de côté",
            "un message bien signé, d’un type qui n’existe pas",
            true,
            "répondez 2xx aux types que vous ne connaissez pas, et laissez-les de côté"),
    FORGED(
            "Fausse signature refusée",
            "un message signé d’une autre clé",
            false,
            "ne lisez rien avant d’avoir vérifié webhook-signature, et répondez 401"),
    STALE(
            "Vieux message refusé",
            "un message signé de votre clé il y a dix minutes",
            false,
            "refusez par 401 un webhook-timestamp de plus de cinq minutes");

    private final String title;
    private final String sent;
    private final boolean welcome;
    private final String advice;

    Probe(String title, String sent, boolean welcome, String advice) {
        this.title = title;
        this.sent = sent;
        this.welcome = welcome;
        this.advice = advice;
    }

    String title() {
        return title;
    }

    /** What was sent, what came back and, when that is wrong, what to do. */
    Check judge(ProbeTable.Reply reply) {
        var seen = "Envoyé : " + sent + ". Reçu : " + reply.words() + ".";
        return (welcome ? reply.isTaken() : reply.isRefused())
                ? Check.passed(title, seen)
                : Check.failed(title, seen + " À faire : " + advice + ".");
    }
}
