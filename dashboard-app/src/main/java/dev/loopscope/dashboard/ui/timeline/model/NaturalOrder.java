package dev.loopscope.dashboard.ui.timeline.model;

import java.util.Comparator;

/** Orders names as people do: {@code worker-2} before {@code worker-10}. */
final class NaturalOrder implements Comparator<String> {

  @Override
  public int compare(String left, String right) {
    int i = 0;
    int j = 0;
    while (i < left.length() && j < right.length()) {
      int endLeft = digitsEnd(left, i);
      int endRight = digitsEnd(right, j);
      int order =
          endLeft > i && endRight > j
              ? compareNumbers(left.substring(i, endLeft), right.substring(j, endRight))
              : Character.compare(left.charAt(i), right.charAt(j));
      if (order != 0) {
        return order;
      }
      i = Math.max(i + 1, endLeft);
      j = Math.max(j + 1, endRight);
    }
    return Integer.compare(left.length() - i, right.length() - j);
  }

  private static int digitsEnd(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int compareNumbers(String left, String right) {
    String a = left.replaceFirst("^0+(?!$)", "");
    String b = right.replaceFirst("^0+(?!$)", "");
    return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
  }
}
