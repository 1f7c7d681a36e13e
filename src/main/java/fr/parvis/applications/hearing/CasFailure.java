package fr.parvis.applications.hearing;

/** What to do about the refusals of CAS 3.0, section 2.5.3. */
final class CasFailure {

    private CasFailure() {}

    static String advice(String code) {
        return switch (code) {
            case "INVALID_TICKET" ->
                "Un ticket sert une seule fois, dans les dix secondes : validez-le dès le retour, une seule fois.";
            case "INVALID_SERVICE" ->
                "Envoyez à la validation exactement la même adresse service qu’à la connexion, paramètres compris.";
            case "INVALID_REQUEST" -> "Envoyez service et ticket.";
            default -> "";
        };
    }
}
