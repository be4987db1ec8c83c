package org.billetterie.webd.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.billetterie.kit.Ids;
import org.billetterie.webd.qr.QrCode;
import org.junit.jupiter.api.Test;

class TicketCodeTest {
  @Test
  void isTheIdAndItsSecretInBase32() {
    UUID id = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    assertThat(TicketCode.of(id, "000102030405060708090a0b0c0d0e0f"))
        .isEqualTo("AAISEM2EKVTHPCEZVK54ZXPO74AACAQDAQCQMBYIBEFAWDANBYHQ");
  }

  @Test
  void twoSecretsAreNeverTheSame() {
    SecureRandom random = new SecureRandom();
    assertThat(TicketCode.nextSecret(random))
        .hasSize(32)
        .isNotEqualTo(TicketCode.nextSecret(random));
  }

  /// Draws the SVG's modules as a camera would see them and reads them back.
  @Test
  void theQrSaysTheCode() throws Exception {
    String code = TicketCode.of(Ids.next(), TicketCode.nextSecret(new SecureRandom()));
    Pixels pixels = new Pixels(QrCode.svg(code), 4);
    String read =
        new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(pixels))).getText();
    assertThat(read).isEqualTo(code);
  }

  private static final class Pixels extends LuminanceSource {
    private final byte[] matrix;

    Pixels(String svg, int scale) {
      super(side(svg) * scale, side(svg) * scale);
      matrix = new byte[getWidth() * getHeight()];
      java.util.Arrays.fill(matrix, (byte) 0xff);
      Matcher module = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
      while (module.find()) {
        for (int i = 0; i < scale * scale; i++) {
          int x = Integer.parseInt(module.group(1)) * scale + i % scale;
          int y = Integer.parseInt(module.group(2)) * scale + i / scale;
          matrix[y * getWidth() + x] = 0;
        }
      }
    }

    private static int side(String svg) {
      Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
      box.find();
      return Integer.parseInt(box.group(1));
    }

    @Override
    public byte[] getRow(int y, byte[] row) {
      return java.util.Arrays.copyOfRange(matrix, y * getWidth(), (y + 1) * getWidth());
    }

    @Override
    public byte[] getMatrix() {
      return matrix;
    }
  }
}
