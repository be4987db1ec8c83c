package org.billetterie.webd.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.billetterie.kit.problem.Problem;
import org.billetterie.webd.WebdProblem;

/// Draws what somebody sent anew: what leaves here was encoded by us, pixel by pixel, and holds no
/// metadata, no profile and no byte of the original.
///
/// The format is told by the content. Nothing is decoded before its size is known, and never more
/// than about 6 million pixels are held at once, whatever the file says of itself.
final class Redraw {
  /// A 6,000 × 4,000 photograph is 24 million.
  static final long PIXELS_MAX = 25_000_000;

  static final int SIDE_MAX = 20_000;
  private static final int DECODED_SIDE_MAX = 2_400;
  private static final float QUALITY = 0.84f;

  static {
    // Temporary files would be a second copy of what people send.
    ImageIO.setUseCache(false);
  }

  private Redraw() {}

  /// @throws Problem 422 `not-an-image`
  static Drawing draw(byte[] sent, Kind kind) {
    String format = format(sent);
    try {
      BufferedImage decoded = decode(sent, format);
      return new Drawing(draw(decoded, kind, kind.large()), draw(decoded, kind, kind.small()));
    } catch (IOException | RuntimeException broken) {
      // Decoders answer broken files with many kinds of exception.
      throw broken instanceof Problem problem ? problem : refused();
    }
  }

  private static String format(byte[] sent) {
    if (startsWith(sent, 0xff, 0xd8, 0xff)) {
      return "jpeg";
    }
    if (startsWith(sent, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
      return "png";
    }
    throw refused();
  }

  private static boolean startsWith(byte[] sent, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (sent.length <= i || (sent[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static BufferedImage decode(byte[] sent, String format) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    ImageReader reader = readers.next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
      boolean png = "png".equals(format);
      reader.setInput(in, false, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if (Math.max(width, height) > SIDE_MAX || (long) width * height > PIXELS_MAX) {
        throw refused();
      }
      int step = Math.ceilDiv(Math.max(width, height), DECODED_SIDE_MAX);
      ImageReadParam param = reader.getDefaultReadParam();
      param.setSourceSubsampling(step, step, 0, 0);
      BufferedImage decoded = reader.read(0, param);
      return png ? decoded : upright(decoded, sent);
    } finally {
      reader.dispose();
    }
  }

  /// Cameras write how they were held beside the pixels; that note is dropped, so the pixels turn.
  private static BufferedImage upright(BufferedImage decoded, byte[] jpeg) {
    Orientation orientation = Orientation.typeOf(ExifOrientation.of(jpeg));
    return ExifFilterUtils.getFilterForOrientation(orientation).apply(decoded);
  }

  private static Picture draw(BufferedImage decoded, Kind kind, Kind.Box box) throws IOException {
    boolean smaller = decoded.getWidth() > box.width() || decoded.getHeight() > box.height();
    BufferedImage sized =
        smaller
            ? Thumbnails.of(decoded).size(box.width(), box.height()).asBufferedImage()
            : decoded;
    BufferedImage drawn =
        new BufferedImage(
            sized.getWidth(),
            sized.getHeight(),
            "png".equals(kind.format()) ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = drawn.createGraphics();
    try {
      if ("jpeg".equals(kind.format())) {
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
      }
      canvas.drawImage(sized, 0, 0, null);
    } finally {
      canvas.dispose();
    }
    return new Picture(
        "image/" + kind.format(), drawn.getWidth(), drawn.getHeight(), encode(drawn, kind));
  }

  private static byte[] encode(BufferedImage drawn, Kind kind) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(kind.format()).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      if ("jpeg".equals(kind.format())) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(QUALITY);
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      writer.write(null, new IIOImage(drawn, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static Problem refused() {
    return Problem.of(WebdProblem.NOT_AN_IMAGE).with("pixels", PIXELS_MAX / 1_000_000);
  }
}
