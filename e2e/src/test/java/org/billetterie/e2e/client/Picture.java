package org.billetterie.e2e.client;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;

/// An image to send.
public record Picture(BufferedImage image) {
  /// A small one that nobody has sent before.
  public static Picture random() {
    return random(24, 30);
  }

  public static Picture random(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    ThreadLocalRandom random = ThreadLocalRandom.current();
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, random.nextInt(0x1000000));
      }
    }
    return new Picture(image);
  }

  public byte[] png() {
    return as("png");
  }

  public byte[] as(String format) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, format, out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// @return its id
  public String sendBy(Api organizer) {
    return organizer
        .post("/api/images?for=cover", png(), "Content-Type", "image/png")
        .expect(201)
        .text("/id");
  }
}
