package org.billetterie.webd.demo;

import java.util.List;

/// What the demo house plays. Days count from today, prices are in cents.
///
/// @param day days from today; may be negative for what is over
/// @param sold seats that were sold in the last three weeks
/// @param held seats that somebody is about to pay
/// @param opens null, or minutes until the sale opens
record Programme(
    String title,
    String description,
    String venue,
    int day,
    String time,
    int capacity,
    List<Price> prices,
    int sold,
    int held,
    Integer opens,
    Fate fate) {

  record Price(String name, long minor) {}

  /// What becomes of an event.
  enum Fate {
    ON_SALE,
    OVER,
    CANCELED,
    DRAFT
  }

  private static final String HOUSE = "Théâtre des Tilleuls, Tours";
  private static final List<Price> THEATRE =
      List.of(
          new Price("Plein tarif", 2_400),
          new Price("Tarif réduit", 1_600),
          new Price("Moins de 12 ans", 800));

  /// Nobody can edit or delete an event that was ordered and then canceled, so this one tells that
  /// a world is furnished, and for which day.
  static final String ANCHOR = "Cinéma en plein air";

  /// The anchor is the first here and the last to be played: it stands for a complete programme.
  static final List<Programme> ALL =
      List.of(
          new Programme(
              ANCHOR,
              "Annulé pour cause de tempête. Les billets sont remboursés.",
              "Parc de la Gloriette, Tours",
              4,
              "21:00",
              120,
              List.of(new Price("Chaise longue", 700)),
              18,
              0,
              null,
              Fate.CANCELED),
          evening(
              "Le Malade imaginaire",
              "Argan se croit mourant ; sa maison, elle, se porte bien.",
              3,
              96),
          evening(
              "Cyrano de Bergerac", "Un nez, une plume, une épée, et une lettre d’adieu.", 6, 118),
          evening("Les Femmes savantes", "Trissotin entre au salon, le bon sens en sort.", 10, 64),
          evening("Antigone", "Une sœur, un roi, une loi. Aucun des trois ne cède.", 13, 71),
          evening(
              "Le Jeu de l’amour et du hasard", "Chacun se déguise, personne n’y gagne.", 17, 40),
          evening("Phèdre", "La fille de Minos et de Pasiphaé, à bout de silence.", 20, 52),
          evening("L’Avare", "Au voleur ! La cassette a disparu.", 24, 33),
          evening(
              "Le Songe d’une nuit d’été", "Une forêt, des amants, un âne très applaudi.", 27, 25),
          new Programme(
              "Festival des Lanternes",
              "Deux jours de musique au bord de la Loire. Il reste très peu de places.",
              "Parc de la Gloriette, Tours",
              34,
              "17:00",
              200,
              List.of(new Price("Pass deux jours", 3_800), new Price("Pass étudiant", 2_900)),
              197,
              0,
              null,
              Fate.ON_SALE),
          new Programme(
              "Récital de piano : Clara Vasseur",
              "Debussy, Fauré, Mel Bonis.",
              "Salle Ockeghem, Tours",
              8,
              "20:00",
              60,
              List.of(new Price("Placement libre", 1_850)),
              60,
              0,
              null,
              Fate.ON_SALE),
          new Programme(
              "Dégustation : vins de Loire",
              "Six domaines, six verres, un peu de pain. Les dernières places sont réservées.",
              "Cave des Halles, Tours",
              5,
              "19:00",
              24,
              List.of(new Price("Dégustation", 3_500)),
              20,
              4,
              null,
              Fate.ON_SALE),
          new Programme(
              "Concert de la Nuit blanche",
              "L’orchestre de chambre joue jusqu’à l’aube. La vente ouvre dans un instant.",
              HOUSE,
              41,
              "22:30",
              150,
              List.of(new Price("Parterre", 3_200), new Price("Balcon", 2_200)),
              0,
              0,
              3,
              Fate.ON_SALE),
          new Programme(
              "Rencontre des associations du quartier",
              "Entrée libre sur inscription. Café et gâteaux offerts.",
              "Maison des Tanneurs, Tours",
              12,
              "14:00",
              80,
              List.of(new Price("Inscription", 0)),
              31,
              0,
              null,
              Fate.ON_SALE),
          new Programme(
              "Contes au coin du feu",
              "Une veillée pour petits et grands.",
              HOUSE,
              -9,
              "18:30",
              70,
              List.of(new Price("Adulte", 1_000), new Price("Enfant", 500)),
              58,
              0,
              null,
              Fate.OVER),
          new Programme(
              "Gala de printemps",
              "Programme à venir.",
              HOUSE,
              60,
              "20:30",
              140,
              THEATRE,
              0,
              0,
              null,
              Fate.DRAFT));

  private static Programme evening(String title, String description, int day, int sold) {
    return new Programme(
        title, description, HOUSE, day, "20:30", 140, THEATRE, sold, 0, null, Fate.ON_SALE);
  }
}
