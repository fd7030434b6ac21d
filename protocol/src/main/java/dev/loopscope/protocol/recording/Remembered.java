package dev.loopscope.protocol.recording;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets its oldest entry past a cap, so that no stream can fill the memory. */
final class Remembered<K, V> extends LinkedHashMap<K, V> {

  private static final long serialVersionUID = 1L;

  private final int cap;

  Remembered(int cap) {
    this.cap = cap;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > cap;
  }
}
