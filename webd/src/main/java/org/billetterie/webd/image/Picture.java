package org.billetterie.webd.image;

/// One drawing of an image, ready to be sent.
///
/// @param mediaType of these bytes, exactly
record Picture(String mediaType, int width, int height, byte[] bytes) {}
