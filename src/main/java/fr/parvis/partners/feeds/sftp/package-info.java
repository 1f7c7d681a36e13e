/**
 * Files that partners drop by SFTP (version 3 of the protocol). There is no file system behind it, not even a temporary
 * one: {@code /depot} holds what a conversation is sending, in memory, and {@code /accuses} shows acknowledgements as they
 * stand in the database. So no path leads anywhere, and nothing that tells of residents lies on a disk. A file counts once
 * it is closed, or renamed, under a name that ends in .csv or .ods: that answer comes after the database kept it.
 */
@org.jspecify.annotations.NullMarked
package fr.parvis.partners.feeds.sftp;
