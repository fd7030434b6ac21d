package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.Frame;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every codec there is, by tag and by class: a new frame is added here and nowhere else. */
final class FrameCodecs {

  private final Map<String, FrameCodec<?>> byTag = new HashMap<>();
  private final Map<Class<?>, FrameCodec<?>> byClass = new HashMap<>();

  FrameCodecs() {
    List<FrameCodec<?>> all =
        List.of(
            new HelloCodec(),
            new DefinitionsCodec(),
            new CoverageCodec(),
            new RunBatchCodec(),
            new GroupBatchCodec(),
            new GapCodec(),
            new LoopStateCodec(),
            new PauseCodec(),
            new StallCodec(),
            new PinnedCodec(),
            new VirtualThreadsCodec(),
            new LoopFactsCodec(),
            new WarningCodec(),
            new StatsCodec(),
            new ByeCodec(),
            new ConfigureCodec(),
            new DetachCodec());
    for (FrameCodec<?> codec : all) {
      byTag.put(codec.tag(), codec);
      byClass.put(codec.frameClass(), codec);
    }
  }

  /** The codec for {@code tag}, null for one this build does not know. */
  @Nullable FrameCodec<?> forTag(String tag) {
    return byTag.get(tag);
  }

  String tagOf(Frame frame) {
    return codecOf(frame).tag();
  }

  void write(Frame frame, FieldWriter out) throws IOException {
    writeAs(codecOf(frame), frame, out);
  }

  private static <F extends Frame> void writeAs(FrameCodec<F> codec, Frame frame, FieldWriter out)
      throws IOException {
    codec.write(codec.frameClass().cast(frame), out);
  }

  private FrameCodec<?> codecOf(Frame frame) {
    FrameCodec<?> codec = byClass.get(frame.getClass());
    if (codec == null) {
      throw new IllegalStateException("No codec is registered for " + frame.getClass());
    }
    return codec;
  }
}
