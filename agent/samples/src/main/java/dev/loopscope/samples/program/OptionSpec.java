package dev.loopscope.samples.program;

/**
 * One option a sample understands.
 *
 * @param name without the leading dashes
 * @param placeholder what its value is called in the usage text; empty for a flag
 * @param standard the value it has when not given; empty for none
 * @param meaning one line for the usage text
 */
public record OptionSpec(String name, String placeholder, String standard, String meaning) {

  /** An option that is either there or not. */
  public static OptionSpec flag(String name, String meaning) {
    return new OptionSpec(name, "", "", meaning);
  }

  boolean isFlag() {
    return placeholder.isEmpty();
  }

  /** The option's line in the usage text. */
  public String usageLine() {
    String left = isFlag() ? "--" + name : "--" + name + " " + placeholder;
    String right = standard.isEmpty() ? meaning : meaning + " (default " + standard + ")";
    return String.format("    %-24s %s", left, right);
  }
}
