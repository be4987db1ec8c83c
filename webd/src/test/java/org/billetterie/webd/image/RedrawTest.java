package org.billetterie.webd.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.billetterie.kit.problem.Problem;
import org.junit.jupiter.api.Test;

class RedrawTest {
  private static final String HIDDEN = "48.8566 N 2.3522 E, par Camille";

  @Test
  void aCoverIsDrawnAsJpegInTwoSizesAndNeverEnlarged() throws IOException {
    Drawing large = Redraw.draw(image("jpg", 2_400, 1_600), Kind.COVER);
    assertThat(List.of(large.large().width(), large.large().height()))
        .containsExactly(1_600, 1_067);
    assertThat(List.of(large.small().width(), large.small().height())).containsExactly(640, 427);
    assertThat(large.large().mediaType()).isEqualTo("image/jpeg");
    assertThat(read(large.small()).getWidth()).isEqualTo(640);

    Drawing small = Redraw.draw(image("png", 40, 30), Kind.COVER);
    assertThat(small.large().width()).isEqualTo(40);
    assertThat(small.large().mediaType()).isEqualTo("image/jpeg");
  }

  @Test
  void aLogoKeepsWhatIsTransparent() throws IOException {
    BufferedImage logo = new BufferedImage(900, 300, BufferedImage.TYPE_INT_ARGB);
    logo.setRGB(0, 0, new Color(200, 0, 0, 255).getRGB());
    Drawing drawing = Redraw.draw(write(logo, "png"), Kind.LOGO);

    assertThat(drawing.large().mediaType()).isEqualTo("image/png");
    assertThat(drawing.large().height()).isEqualTo(240);
    assertThat(read(drawing.large()).getRGB(300, 100) >>> 24).isZero();
  }

  /// The same bytes from the same image: its address can be kept for ever.
  @Test
  void theSameImageIsDrawnTheSame() {
    byte[] sent = image("jpg", 800, 600);

    assertThat(Redraw.draw(sent, Kind.COVER).large().bytes())
        .isEqualTo(Redraw.draw(sent, Kind.COVER).large().bytes());
  }

  @Test
  void whatWasHiddenInItIsGone() {
    byte[] jpeg = withSegments(image("jpg", 64, 48), exif(1), comment());
    byte[] png = withChunk(image("png", 64, 48), "tEXt", ("Author\0" + HIDDEN).getBytes(LATIN));

    for (byte[] sent : List.of(jpeg, png, append(png, HIDDEN), append(jpeg, "<script>"))) {
      Drawing drawing = Redraw.draw(sent, Kind.COVER);
      for (Picture picture : List.of(drawing.large(), drawing.small())) {
        assertThat(new String(picture.bytes(), LATIN))
            .doesNotContain("48.8566", "Camille", "Exif", "<script>");
      }
    }
  }

  /// 6: the camera was held upright, so the pixels lie on their side.
  @Test
  void aPhotographThatLiesOnItsSideIsTurned() throws IOException {
    BufferedImage lying = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 30; x++) {
      for (int y = 0; y < 40; y++) {
        lying.setRGB(x, y, Color.RED.getRGB());
      }
    }
    byte[] plain = write(lying, "jpg");
    int behindJfif = 20;
    byte[] exifSecond =
        concat(
            Arrays.copyOf(plain, behindJfif),
            exif(6),
            Arrays.copyOfRange(plain, behindJfif, plain.length));

    for (byte[] sent : List.of(withSegments(plain, exif(6)), exifSecond)) {
      Picture turned = Redraw.draw(sent, Kind.COVER).large();
      assertThat(List.of(turned.width(), turned.height())).containsExactly(40, 60);
      assertThat(new Color(read(turned).getRGB(20, 10)).getRed()).isGreaterThan(200);
      assertThat(new Color(read(turned).getRGB(20, 50)).getRed()).isLessThan(60);
    }
    assertThat(ExifOrientation.of(plain)).isEqualTo(ExifOrientation.UPRIGHT);
    assertThat(ExifOrientation.of(withSegments(plain, exif(9)))).isEqualTo(1);
  }

  /// A few bytes that claim to be a picture of a hundred million pixels are never decoded.
  @Test
  void whatUnfoldsTooFarIsRefusedBeforeItIsDecoded() {
    for (int[] size : new int[][] {{10_000, 10_000}, {60_000, 1}, {Integer.MAX_VALUE, 2}}) {
      assertRefused(bomb(size[0], size[1]));
    }
  }

  /// Text that unfolds to gigabytes beside the pixels is not unfolded at all.
  @Test
  void textThatUnfoldsIsLeftFolded() {
    byte[] folded = deflated(64 * 1024 * 1024);
    byte[] sent = image("png", 8, 8);
    for (byte[] bomb :
        List.of(
            withChunk(sent, "zTXt", concat("k\0\0".getBytes(LATIN), folded)),
            withChunk(sent, "iCCP", concat("p\0\0".getBytes(LATIN), folded)),
            withChunk(sent, "iTXt", concat("k\0\1\0\0\0".getBytes(LATIN), folded)))) {
      long before = allocated();
      try {
        Redraw.draw(bomb, Kind.COVER);
      } catch (Problem refused) {
        assertThat(refused).hasMessage("not-an-image");
      }
      assertThat(allocated() - before).isLessThan(48L * 1024 * 1024);
    }
  }

  /// The content decides: neither a name nor a header makes an image of these.
  @Test
  void onlyJpegAndPngAreTaken() {
    String svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";
    for (String text : List.of("", "x", svg, "<!doctype html>", "%PDF-1.7", "GIF89a")) {
      assertRefused(text.getBytes(StandardCharsets.UTF_8));
    }
    assertRefused(image("gif", 8, 8));
    assertRefused(image("bmp", 8, 8));
    assertRefused(append(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, svg));
  }

  /// Broken at any place, a file is refused or drawn, and nothing else.
  @Test
  void brokenFilesAreRefused() {
    Random random = new Random(20261124);
    for (byte[] good : List.of(image("jpg", 90, 70), image("png", 90, 70))) {
      for (int i = 0; i < 150; i++) {
        byte[] broken = Arrays.copyOf(good, 1 + random.nextInt(good.length));
        for (int flips = random.nextInt(4); flips > 0; flips--) {
          broken[random.nextInt(broken.length)] = (byte) random.nextInt();
        }
        try {
          assertThat(Redraw.draw(broken, Kind.COVER).large().bytes()).isNotEmpty();
        } catch (Problem refused) {
          assertThat(refused).hasMessage("not-an-image");
        }
      }
    }
  }

  private static final java.nio.charset.Charset LATIN = StandardCharsets.ISO_8859_1;

  private static void assertRefused(byte[] sent) {
    assertThatThrownBy(() -> Redraw.draw(sent, Kind.COVER))
        .isInstanceOf(Problem.class)
        .hasMessage("not-an-image");
  }

  private static long allocated() {
    var threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }

  private static byte[] image(String format, int width, int height) {
    return write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format);
  }

  private static byte[] write(BufferedImage image, String format) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      assertThat(ImageIO.write(image, format, out)).as(format).isTrue();
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static BufferedImage read(Picture picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(picture.bytes()));
  }

  /// A PNG whose header claims that size, with next to no pixels behind it.
  private static byte[] bomb(int width, int height) {
    byte[] sent = image("png", 1, 1);
    byte[] header = Arrays.copyOfRange(sent, 16, 29);
    java.nio.ByteBuffer.wrap(header).putInt(width).putInt(height);
    byte[] chunk = chunk("IHDR", header);
    System.arraycopy(chunk, 0, sent, 8, chunk.length);
    return sent;
  }

  private static byte[] exif(int orientation) {
    byte[] body =
        concat(
            "Exif\0\0MM\0\u002a\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001"
                .getBytes(LATIN),
            new byte[] {0, (byte) orientation, 0, 0, 0, 0, 0, 0},
            HIDDEN.getBytes(LATIN));
    return segment(0xe1, body);
  }

  private static byte[] comment() {
    return segment(0xfe, HIDDEN.getBytes(LATIN));
  }

  private static byte[] segment(int marker, byte[] body) {
    int length = body.length + 2;
    return concat(
        new byte[] {(byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length}, body);
  }

  private static byte[] withSegments(byte[] jpeg, byte[]... segments) {
    return concat(
        Arrays.copyOf(jpeg, 2), concat(segments), Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  /// Right behind the header.
  private static byte[] withChunk(byte[] png, String type, byte[] body) {
    return concat(
        Arrays.copyOf(png, 33), chunk(type, body), Arrays.copyOfRange(png, 33, png.length));
  }

  private static byte[] chunk(String type, byte[] body) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      DataOutputStream data = new DataOutputStream(out);
      byte[] named = concat(type.getBytes(LATIN), body);
      CRC32 sum = new CRC32();
      sum.update(named);
      data.writeInt(body.length);
      data.write(named);
      data.writeInt((int) sum.getValue());
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] deflated(int zeros) {
    Deflater deflater = new Deflater();
    deflater.setInput(new byte[zeros]);
    deflater.finish();
    byte[] out = new byte[zeros / 100];
    return Arrays.copyOf(out, deflater.deflate(out));
  }

  private static byte[] append(byte[] sent, String text) {
    return concat(sent, text.getBytes(LATIN));
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
