package fr.parvis.partners.feeds.sftp;

/** What came of reading a public key that somebody pasted. */
public sealed interface KeyOutcome {

    /** It can be given to a partner. */
    record Good(DropKey key) implements KeyOutcome {}

    /** It cannot, in plain French, with what to paste instead. */
    record Wrong(String why) implements KeyOutcome {}
}
