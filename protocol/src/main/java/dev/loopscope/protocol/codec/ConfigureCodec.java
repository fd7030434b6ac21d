package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.Command.Configure;
import dev.loopscope.protocol.Settings;
import java.io.IOException;

final class ConfigureCodec implements FrameCodec<Configure> {

  @Override
  public String tag() {
    return "configure";
  }

  @Override
  public Class<Configure> frameClass() {
    return Configure.class;
  }

  @Override
  public void write(Configure frame, FieldWriter out) throws IOException {
    out.object("settings", frame.settings(), SettingsFields::write);
  }

  @Override
  public Configure read(FieldReader in) throws IOException {
    Settings settings = Settings.DEFAULT;
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "settings" -> settings = in.object(SettingsFields::read);
        default -> in.skip();
      }
    }
    return new Configure(settings);
  }
}
