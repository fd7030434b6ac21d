package dev.loopscope.agent.scenario.act;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** The loop is busy with work of its own. What it computes is kept, so that it is not left out. */
public final class Computing {

  private Computing() {}

  /** Plain own code. */
  public static final class OwnCode extends BlockingAct {
    long sum;

    @Override
    void block(Block block) {
      block.inMethod();
      long until = block.untilNanos();
      while (System.nanoTime() < until) {
        for (int i = 0; i < 10_000; i++) {
          sum = sum * 31 + i;
        }
      }
    }
  }

  /** A flag that does not change is asked again and again. */
  public static final class Spin extends BlockingAct {
    @Override
    void block(Block block) {
      block.inMethod();
      long until = block.untilNanos();
      while (System.nanoTime() < until) {
        Thread.onSpinWait();
      }
    }
  }

  /** A pattern that tries every way to divide its input. */
  public static final class Backtracking extends BlockingAct {
    private static final Pattern PATTERN = Pattern.compile("(x+x+)+y");
    private static final String INPUT = "x".repeat(120) + "z";
    int matches;

    @Override
    void block(Block block) {
      block.inMethod();
      long until = block.untilNanos();
      while (System.nanoTime() < until) {
        matches += PATTERN.matcher(INPUT).matches() ? 1 : 0;
      }
    }
  }

  /** Large numbers. */
  public static final class LargeNumbers extends BlockingAct {
    private static final BigInteger MODULUS =
        BigInteger.ONE.shiftLeft(521).subtract(BigInteger.ONE);
    private BigInteger number = BigInteger.TEN;

    @Override
    void block(Block block) {
      block.inMethod();
      long until = block.untilNanos();
      while (System.nanoTime() < until) {
        number = number.modPow(MODULUS.shiftRight(3), MODULUS).add(BigInteger.TWO);
      }
    }
  }

  /** The JDK sorts and asks the program's own order. */
  public static final class Sorting extends BlockingAct {
    private final List<String> words = new ArrayList<>();

    @Override
    public void prepare(Block block) {
      Random random = new Random(17);
      for (int i = 0; i < 20_000; i++) {
        words.add(Integer.toString(random.nextInt(), 36));
      }
    }

    @Override
    void block(Block block) {
      block.inMethod();
      block.culprit(ByLastLetter.class.getName(), "compare", -1);
      long until = block.untilNanos();
      while (System.nanoTime() < until) {
        new ArrayList<>(words).sort(new ByLastLetter());
      }
    }

    private static final class ByLastLetter implements Comparator<String> {
      @Override
      public int compare(String left, String right) {
        int last = left.charAt(left.length() - 1) - right.charAt(right.length() - 1);
        return last != 0 ? last : left.compareTo(right);
      }
    }
  }

  /** A library parses what the program gives it. */
  public static final class Parsing extends BlockingAct {
    private final JsonFactory json = new JsonFactory();
    private byte[] document = {};
    long tokens;

    @Override
    public void prepare(Block block) {
      String entry =
          "{\"name\":\"worker\",\"values\":[1,2.5,3,true,null],\"text\":\"a \\u00e9 b\"}";
      document =
          ("[" + (entry + ",").repeat(2_000) + entry + "]")
              .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    void block(Block block) throws IOException {
      block.inMethod();
      long until = block.untilNanos();
      while (System.nanoTime() < until) {
        try (JsonParser parser = json.createParser(document)) {
          while (parser.nextToken() != null) {
            tokens++;
          }
        }
      }
    }
  }
}
