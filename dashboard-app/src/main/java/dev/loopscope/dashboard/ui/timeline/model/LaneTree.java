package dev.loopscope.dashboard.ui.timeline.model;

import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.ui.common.Confinement;
import dev.loopscope.dashboard.ui.timeline.model.LaneRow.FlowRow;
import dev.loopscope.dashboard.ui.timeline.model.LaneRow.GroupRow;
import dev.loopscope.dashboard.ui.timeline.model.LaneRow.LoopRow;
import dev.loopscope.dashboard.words.Framework;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rows of the timeline: loops in collapsible groups, or flows; how high they are. */
public final class LaneTree {

  public static final double DEFAULT_LANE_HEIGHT = 26;
  public static final double MIN_LANE_HEIGHT = 4;
  public static final double MAX_LANE_HEIGHT = 80;

  /** Where the rows come from. */
  public enum Source {
    LOOPS,
    FLOWS
  }

  private static final Comparator<LoopInfo> BY_NAME =
      Comparator.comparing((LoopInfo info) -> info.loop().name(), new NaturalOrder())
          .thenComparing(LoopInfo::id);

  private static final Comparator<Framework> BY_FAMILY =
      Comparator.comparing(Framework::family).thenComparing(Framework::name);

  /** Between the parts of a header's key; in no name. */
  private static final String KEY_END = "\n";

  private final Confinement confinement = new Confinement();
  private final Set<String> collapsed = new HashSet<>();
  private List<LoopInfo> loops = List.of();
  private List<FlowLane> flows = List.of();
  private Source source = Source.LOOPS;
  private double laneHeight = DEFAULT_LANE_HEIGHT;
  private RowLayout layout = RowLayout.EMPTY;
  private long version;

  /** Takes over the newest loops. */
  public void loopsAre(List<LoopInfo> newest) {
    confinement.check();
    if (!newest.equals(loops)) {
      loops = List.copyOf(newest);
      rebuild();
    }
  }

  /** Takes over the newest flows. */
  public void flowsAre(List<FlowLane> newest) {
    confinement.check();
    if (!newest.equals(flows)) {
      flows = List.copyOf(newest);
      rebuild();
    }
  }

  public void show(Source wanted) {
    confinement.check();
    source = wanted;
    rebuild();
  }

  public Source source() {
    return source;
  }

  /** Hides or shows the lanes below the header with this key. */
  public void toggle(String key) {
    confinement.check();
    if (!collapsed.remove(key)) {
      collapsed.add(key);
    }
    rebuild();
  }

  /** Makes lanes {@code factor} times as high. */
  public void zoomHeight(double factor) {
    setLaneHeight(laneHeight * factor);
  }

  public void setLaneHeight(double pixels) {
    confinement.check();
    laneHeight = Math.round(Math.min(MAX_LANE_HEIGHT, Math.max(MIN_LANE_HEIGHT, pixels)));
    rebuild();
  }

  public double laneHeight() {
    return laneHeight;
  }

  public RowLayout layout() {
    return layout;
  }

  public List<LoopInfo> loops() {
    return loops;
  }

  /** Grows with every change. */
  public long version() {
    return version;
  }

  private void rebuild() {
    version++;
    List<LaneRow> rows = new ArrayList<>();
    if (source == Source.FLOWS) {
      flows.forEach(flow -> rows.add(new FlowRow(flow)));
    } else {
      addLoops(rows);
    }
    layout = new RowLayout(rows, laneHeight);
  }

  /** Frameworks get a header of their own only where there are several. */
  private void addLoops(List<LaneRow> rows) {
    Map<Framework, List<LoopInfo>> frameworks = new TreeMap<>(BY_FAMILY);
    for (LoopInfo info : loops) {
      frameworks.computeIfAbsent(Framework.of(info.loop()), unused -> new ArrayList<>()).add(info);
    }
    int level = frameworks.size() > 1 ? 1 : 0;
    frameworks.forEach(
        (framework, members) -> {
          String key = framework.family().name() + KEY_END + framework.name();
          if (level > 0 && !addHeader(rows, key, framework.name(), framework, 0, members)) {
            return;
          }
          addGroups(rows, key, framework, level, members);
        });
  }

  private void addGroups(
      List<LaneRow> rows, String above, Framework framework, int level, List<LoopInfo> loops) {
    Map<String, List<LoopInfo>> groups = new LinkedHashMap<>();
    for (LoopInfo info : loops) {
      groups.computeIfAbsent(info.loop().group(), unused -> new ArrayList<>()).add(info);
    }
    // a framework of one group says all in one header
    boolean plain = level > 0 && groups.size() == 1;
    groups.forEach(
        (group, members) -> {
          members.sort(BY_NAME);
          String key = above + KEY_END + group;
          if (plain || addHeader(rows, key, group, framework, level, members)) {
            members.forEach(info -> rows.add(new LoopRow(info, plain ? 0 : level)));
          }
        });
  }

  /** Answers whether what is below the header is to be seen. */
  private boolean addHeader(
      List<LaneRow> rows,
      String key,
      String title,
      Framework framework,
      int level,
      List<LoopInfo> loops) {
    boolean folded = collapsed.contains(key);
    rows.add(new GroupRow(key, title, framework, level, loops, folded));
    return !folded;
  }
}
