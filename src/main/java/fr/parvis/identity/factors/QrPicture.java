package fr.parvis.identity.factors;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as the path of an SVG image, one unit per module.
 *
 * @param side how wide and high the image is, with the margin of four modules that ISO/IEC 18004 asks for
 * @param path one square per dark module
 */
public record QrPicture(int side, String path) {

    private static final int MARGIN = 4;

    static QrPicture of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + MARGIN)
                            .append(' ')
                            .append(y + MARGIN)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrPicture(code.size + 2 * MARGIN, path.toString());
    }
}
