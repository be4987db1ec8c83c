package org.billetterie.e2e.browser;

/// What a reader holds or sits at.
enum Device {
  SMALL_PHONE(320, 640),
  PHONE(390, 844),
  DESK(1280, 800);

  private final int width;
  private final int height;

  Device(int width, int height) {
    this.width = width;
    this.height = height;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }
}
