package org.billetterie.webd.image;

/// The two sizes that an image is kept in.
record Drawing(Picture large, Picture small) {}
