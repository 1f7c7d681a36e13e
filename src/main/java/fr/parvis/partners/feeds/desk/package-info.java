/** The administrator's pages for partners who cannot push: mapping, list to read, files, mailbox. */
@org.jspecify.annotations.NullMarked
package fr.parvis.partners.feeds.desk;
