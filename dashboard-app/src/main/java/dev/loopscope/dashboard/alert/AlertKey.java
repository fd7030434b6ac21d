package dev.loopscope.dashboard.alert;

/**
 * What makes two alerts the same trouble, so that they are one line and can be muted together.
 *
 * <p>Nothing in it changes from one run of the program to the next: loops are named by their group,
 * code without its line, locks without their identity.
 *
 * @param rule which rule
 * @param where group of the loop; empty when the whole process is concerned
 * @param kind kind of the loop: pools of different frameworks may have one name; empty when the
 *     whole process is concerned
 * @param what culprit, type of task, cause or source, for people too; may be empty
 */
public record AlertKey(AlertKind rule, String where, String kind, String what) {

  /** Of the whole process, or of loops whose kind is not known. */
  public AlertKey(AlertKind rule, String where, String what) {
    this(rule, where, "", what);
  }

  /** The same trouble on loops whose kind is not told, as it was saved before kinds were. */
  AlertKey ofAnyKind() {
    return new AlertKey(rule, where, what);
  }

  /** The group and the kind of its loops, for people; empty when the whole process is concerned. */
  public String loops() {
    return kind.isEmpty() ? where : where + " · " + kind;
  }
}
