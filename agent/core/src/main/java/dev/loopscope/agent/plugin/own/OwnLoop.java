package dev.loopscope.agent.plugin.own;

import dev.loopscope.agent.plugin.own.OwnPoint.Role;
import java.util.List;

/**
 * One kind of loop, as declared.
 *
 * @param name its kind, as lanes show it
 * @param number of the declared loops, counted from 0
 */
public record OwnLoop(String name, int number, List<OwnPoint> points) {

  public OwnLoop {
    points = List.copyOf(points);
  }

  List<OwnPoint> of(Role role) {
    return points.stream().filter(point -> point.role() == role).toList();
  }
}
