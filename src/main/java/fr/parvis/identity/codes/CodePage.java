package fr.parvis.identity.codes;

import fr.parvis.kernel.web.FormErrors;

/**
 * The page where the code received by e-mail is typed.
 *
 * @param email where the message was sent
 * @param action the path the code is sent to; the same with {@code nouveau-code} for its last part asks for another
 * @param choosePassword whether a new password is chosen on the same page
 * @param startAgain the page to correct the address on
 * @param sentAgain whether another code was just sent, which the page confirms
 */
public record CodePage(
        String title,
        String email,
        String action,
        boolean choosePassword,
        String startAgain,
        Suite suite,
        boolean sentAgain,
        FormErrors errors) {

    public String resend() {
        return action.substring(0, action.lastIndexOf('/')) + "/nouveau-code";
    }

    public CodePage with(FormErrors found) {
        return new CodePage(title, email, action, choosePassword, startAgain, suite, false, found);
    }
}
