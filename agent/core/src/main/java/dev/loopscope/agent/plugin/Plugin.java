package dev.loopscope.agent.plugin;

import dev.loopscope.agent.instrument.Point;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Declares how one framework's loops are watched: its points and its names. */
public interface Plugin {
  /** Short name, as in the agent's options and in the coverage report. */
  String name();

  /** What is watched, without version, for example {@code Netty}. */
  String framework();

  /**
   * Name of the properties file in {@code META-INF} in which a jar of the framework says its
   * version under a key that ends in {@code .version}; empty when only the jar's name tells it.
   */
  default String versionFile() {
    return "";
  }

  /** Where hooks are called; every point carries {@link #name}. */
  List<Point> points();

  /**
   * Parts of class names whose runs are the framework's own bookkeeping when they come through a
   * queue unannounced.
   */
  default List<String> internalTypes() {
    return List.of();
  }

  /** What it watches only when asked to, with its price. */
  default List<Detail> details() {
    return List.of();
  }

  /** Further points of one of {@link #details}, by its name. */
  default List<Point> pointsOf(String detail) {
    return List.of();
  }

  /**
   * Limits that fit its kinds of loops better than the general one, in nanoseconds by kind; what
   * the user says goes before.
   */
  default Map<String, Long> limits() {
    return Map.of();
  }

  /**
   * What it tells besides runs, made anew for each session.
   *
   * @param details names of the details that were asked for, of any plugin
   */
  default List<Source> sources(Set<String> details) {
    return List.of();
  }

  /** What it knows to exist and does not see. */
  default List<Uncovered> uncovered() {
    return List.of();
  }

  /** Methods in which a thread of a loop always is, so that idle loops are found at attach. */
  default List<LoopFrame> loopFrames() {
    return List.of();
  }

  /** Whose loops they may be that its hooks only see waiting. */
  default List<LoopOwner> owners() {
    return List.of();
  }
}
