package org.billetterie.webd.image;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The tables image and image_file.
public final class ImageStore {
  private static final String UNUSED =
      """
      NOT EXISTS (SELECT 1 FROM event e WHERE e.cover_id = image.id)
        AND NOT EXISTS (SELECT 1 FROM house h WHERE h.logo_id = image.id)
      """;

  private ImageStore() {}

  /// Keeps an image; one that is there already is only counted as sent now.
  static void put(Handle handle, String id, Drawing drawing, UUID by, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO image (id, sent_by, sent_at) VALUES (:id, :by, :now)
            ON CONFLICT (id) DO UPDATE SET sent_at = :now
            """)
        .bind("id", id)
        .bind("by", by)
        .bind("now", now)
        .execute();
    putFile(handle, id, "large", drawing.large());
    putFile(handle, id, "small", drawing.small());
  }

  private static void putFile(Handle handle, String id, String size, Picture picture) {
    handle
        .createUpdate(
            """
            INSERT INTO image_file (image_id, size, media_type, width, height, bytes)
            VALUES (:id, :size, :mediaType, :width, :height, :bytes)
            ON CONFLICT (image_id, size) DO NOTHING
            """)
        .bind("id", id)
        .bind("size", size)
        .bind("mediaType", picture.mediaType())
        .bind("width", picture.width())
        .bind("height", picture.height())
        .bind("bytes", picture.bytes())
        .execute();
  }

  static Optional<Picture> find(Handle handle, String id, String size) {
    return handle
        .createQuery(
            """
            SELECT media_type, width, height, bytes FROM image_file
            WHERE image_id = :id AND size = :size
            """)
        .bind("id", id)
        .bind("size", size)
        .map((row, context) ->
            new Picture(
                row.getString("media_type"),
                row.getInt("width"),
                row.getInt("height"),
                row.getBytes("bytes")))
        .findOne();
  }

  /// Whether an event or the house may refer to it.
  public static boolean exists(Handle handle, String id) {
    return handle
        .createQuery("SELECT 1 FROM image WHERE id = :id")
        .bind("id", id)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /// How many images of this account nothing refers to.
  static int unused(Handle handle, UUID by) {
    return handle
        .createQuery("SELECT COUNT(*) FROM image WHERE sent_by = :by AND " + UNUSED)
        .bind("by", by)
        .mapTo(Integer.class)
        .one();
  }

  /// Forgets what nothing has referred to since then.
  static int deleteUnused(Handle handle, Instant before) {
    handle
        .createUpdate(
            "DELETE FROM image_file WHERE image_id IN"
                + " (SELECT id FROM image WHERE sent_at < :before AND "
                + UNUSED
                + ")")
        .bind("before", before)
        .execute();
    return handle
        .createUpdate("DELETE FROM image WHERE sent_at < :before AND " + UNUSED)
        .bind("before", before)
        .execute();
  }
}
