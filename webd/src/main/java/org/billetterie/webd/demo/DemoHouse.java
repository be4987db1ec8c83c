package org.billetterie.webd.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.billetterie.kit.DemoAccounts;
import org.billetterie.webd.house.HouseRequest;
import org.billetterie.webd.house.HouseText;
import org.billetterie.webd.house.KeepHouse;

/// Who runs the demo: a theatre that does not exist.
@ApplicationScoped
class DemoHouse {
  private static final HouseRequest WHO =
      new HouseRequest(
          "Théâtre des Tilleuls",
          null,
          null,
          "accueil@tilleuls.example",
          "02 47 00 00 00",
          "1 place des Tilleuls\n37000 Tours");

  private static final Map<HouseText.Name, HouseText> TEXTS =
      Map.of(
          HouseText.Name.LEGAL,
          new HouseText(
              "Ceci est une démonstration\n\nLe Théâtre des Tilleuls n’existe pas.",
              "This is a demo\n\nThe Théâtre des Tilleuls does not exist."),
          HouseText.Name.TERMS,
          new HouseText(
              "Ceci est une démonstration\n\nRien n’est vendu, aucun argent ne circule.",
              "This is a demo\n\nNothing is sold, no money moves."),
          HouseText.Name.PRIVACY,
          new HouseText(
              "Ceci est une démonstration\n\nN’y laissez rien de personnel.",
              "This is a demo\n\nLeave nothing personal here."));

  private final KeepHouse house;

  DemoHouse(KeepHouse house) {
    this.house = house;
  }

  void furnish() {
    house.change(WHO, DemoAccounts.ORGANIZER.id());
    TEXTS.forEach((name, text) -> house.write(name, text, DemoAccounts.ORGANIZER.id()));
  }
}
