package fr.parvis.casefiles.web;

import fr.parvis.casefiles.Receipt;
import fr.parvis.kernel.Town;

/** The receipt as a letter of the town. */
public record ReceiptPaper(Town town, Receipt receipt) {}
