package fr.parvis.partners.feeds.sftp;

/** How a client wants a file opened. */
record Flags(int bits) {

    private static final int WRITE = 0x02;
    private static final int CREATE = 0x08;
    private static final int TRUNCATE = 0x10;
    private static final int EXCLUSIVE = 0x20;

    boolean write() {
        return (bits & WRITE) != 0;
    }

    boolean create() {
        return (bits & CREATE) != 0;
    }

    boolean truncate() {
        return (bits & TRUNCATE) != 0;
    }

    boolean exclusive() {
        return (bits & EXCLUSIVE) != 0;
    }
}
