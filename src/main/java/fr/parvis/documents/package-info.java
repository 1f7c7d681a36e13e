/**
 * Files: received from residents and agents, or made here (receipts, decision letters). Sniffed, checked, cleaned of
 * metadata, encrypted at rest, kept outside the web root; and PDF that reads aloud (tagged, PDF/UA).
 *
 * <p>Words: pièce justificative, fichier = {@link fr.parvis.documents.StoredFile}.
 *
 * <p>Owns the schema {@code documents} and the folder {@code files} of the data folder. Who may open a file is decided
 * by the module whose file it is.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "kernel")
@org.jspecify.annotations.NullMarked
package fr.parvis.documents;
