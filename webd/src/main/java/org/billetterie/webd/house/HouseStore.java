package org.billetterie.webd.house;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The tables house (one row) and house_text.
final class HouseStore {
  private HouseStore() {}

  static House find(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT name, accent, logo_id, contact_email, contact_phone, contact_address FROM house
            """)
        .map((row, context) ->
            new House(
                row.getString("name"),
                row.getString("accent"),
                row.getString("logo_id"),
                row.getString("contact_email"),
                row.getString("contact_phone"),
                row.getString("contact_address")))
        .one();
  }

  static void update(Handle handle, House house) {
    handle
        .createUpdate(
            """
            UPDATE house SET name = :name, accent = :accent, logo_id = :logoId, contact_email = :contactEmail,
              contact_phone = :contactPhone, contact_address = :contactAddress
            """)
        .bind("name", house.name())
        .bind("accent", house.accent())
        .bind("logoId", house.logoId())
        .bind("contactEmail", house.contactEmail())
        .bind("contactPhone", house.contactPhone())
        .bind("contactAddress", house.contactAddress())
        .execute();
  }

  /// Those that were never written are not there.
  static Map<HouseText.Name, HouseText> texts(Handle handle) {
    Map<HouseText.Name, HouseText> texts = new EnumMap<>(HouseText.Name.class);
    handle
        .createQuery("SELECT name, french, english FROM house_text")
        .map((row, context) ->
            texts.put(
                HouseText.Name.of(row.getString("name")),
                new HouseText(row.getString("french"), row.getString("english"))))
        .list();
    return texts;
  }

  static List<String> written(Handle handle) {
    return handle
        .createQuery(
            "SELECT name FROM house_text WHERE french <> '' OR english <> '' ORDER BY name")
        .mapTo(String.class)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .list();
  }

  static void write(Handle handle, HouseText.Name name, HouseText text) {
    handle
        .createUpdate(
            """
            INSERT INTO house_text (name, french, english) VALUES (:name, :french, :english)
            ON CONFLICT (name) DO UPDATE SET french = :french, english = :english
            """)
        .bind("name", name.wire())
        .bind("french", text.fr())
        .bind("english", text.en())
        .execute();
  }
}
