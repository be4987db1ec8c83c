package org.billetterie.webd.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How a camera was held when it took a JPEG: the tag 0x0112 of its Exif segment (TIFF 6.0). Read
/// by hand, because ImageIO refuses all metadata of a file whose Exif stands before its JFIF
/// header, as many cameras write it.
final class ExifOrientation {
  static final int UPRIGHT = 1;

  private static final int EXIF = 0xe1;
  private static final int START_OF_PIXELS = 0xda;
  private static final int SHORT = 3;
  private static final int ORIENTATION = 0x0112;

  private ExifOrientation() {}

  /// @return 1 (upright) to 8, as Exif counts; 1 where nothing readable is said
  static int of(byte[] jpeg) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(jpeg).position(2);
      while ((bytes.get() & 0xff) == 0xff) {
        int marker = bytes.get() & 0xff;
        if (marker == START_OF_PIXELS) {
          return UPRIGHT;
        }
        int length = (bytes.getShort() & 0xffff) - 2;
        if (marker == EXIF && bytes.getInt(bytes.position()) == 0x45786966) {
          return ofTiff(bytes.slice(bytes.position() + 6, length - 6));
        }
        bytes.position(bytes.position() + length);
      }
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException cut) {
      // Nothing readable is said.
    }
    return UPRIGHT;
  }

  private static int ofTiff(ByteBuffer tiff) {
    tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if ((tiff.getShort(entry) & 0xffff) == ORIENTATION && tiff.getShort(entry + 2) == SHORT) {
        int orientation = tiff.getShort(entry + 8);
        return orientation >= 1 && orientation <= 8 ? orientation : UPRIGHT;
      }
    }
    return UPRIGHT;
  }
}
