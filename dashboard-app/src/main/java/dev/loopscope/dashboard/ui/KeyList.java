package dev.loopscope.dashboard.ui;

import java.util.List;

/** All keys of the window, in the order in which the help shows them. */
final class KeyList {

  /** Keys that belong together. */
  record Group(String title, List<Key> keys) {}

  /** What a key does. */
  record Key(String keys, String what) {}

  static final List<Group> GROUPS =
      List.of(
          new Group(
              "Timeline",
              List.of(
                  new Key("W  S", "zoom in, out"),
                  new Key("A  D", "earlier, later"),
                  new Key(".  ,", "next, previous run on the lane"),
                  new Key("[  ]", "back, forth along the flow"),
                  new Key("F", "fit the selection"),
                  new Key("M", "mark the moment"),
                  new Key("Ctrl+Z", "back to where you were"),
                  new Key("Space", "pause or follow the newest"))),
          new Group(
              "Find",
              List.of(
                  new Key("/", "search for a type"),
                  new Key("Ctrl+F", "filter the table below"),
                  new Key("Enter", "show a table's row in the timeline"),
                  new Key("Esc", "clear filter, then selection"))),
          new Group(
              "Session",
              List.of(
                  new Key("Ctrl+S", "save"),
                  new Key("Ctrl+O", "open a recording"),
                  new Key("Ctrl+W", "close the session"),
                  new Key("Ctrl+T", "light or dark"),
                  new Key("Ctrl+,", "settings"),
                  new Key("?  F1", "this help"))));

  private KeyList() {}
}
