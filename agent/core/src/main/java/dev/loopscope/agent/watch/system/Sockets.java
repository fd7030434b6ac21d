package dev.loopscope.agent.watch.system;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the peer of a socket in the tables of the network, by the socket's number. */
final class Sockets {

  /** Some eight thousand connections; what stands further down is not found. */
  private static final int MAX_TABLE_BYTES = 1 << 20;

  private static final String[] TABLES = {"tcp", "tcp6", "udp", "udp6"};

  private final ProcFiles files;

  Sockets(ProcFiles files) {
    this.files = files;
  }

  /** The peer in words, or what kind of socket it is; null when it is in none of the tables. */
  @Nullable String describe(String inode) {
    for (String table : TABLES) {
      String line = find(table, inode);
      if (line != null) {
        return peer(table, line.strip().split("\\s+", -1));
      }
    }
    return null;
  }

  private @Nullable String find(String table, String inode) {
    String text = files.text("net/" + table, MAX_TABLE_BYTES);
    if (text == null) {
      return null;
    }
    // the number stands between blanks; only its own column may match, so every hit is checked
    for (int at = text.indexOf(' ' + inode + ' '); at >= 0; ) {
      int start = text.lastIndexOf('\n', at) + 1;
      int end = text.indexOf('\n', at);
      String line = text.substring(start, end < 0 ? text.length() : end);
      String[] fields = line.strip().split("\\s+", -1);
      if (fields.length > 9 && fields[9].equals(inode)) {
        return line;
      }
      at = text.indexOf(' ' + inode + ' ', at + 1);
    }
    return null;
  }

  private static String peer(String table, String[] fields) {
    String protocol = table.substring(0, 3).toUpperCase(Locale.ROOT);
    String remote = address(fields[2]);
    if (remote == null) {
      String local = address(fields[1]);
      return local == null ? "a " + protocol + " socket" : protocol + " socket at " + local;
    }
    return remote + " (" + protocol + ')';
  }

  /** {@code 0100007F:1538} as {@code 127.0.0.1:5432}; null for port 0, which is nobody. */
  static @Nullable String address(String field) {
    int colon = field.indexOf(':');
    int port = Integer.parseInt(field.substring(colon + 1), 16);
    if (port == 0) {
      return null;
    }
    byte[] bytes = new byte[colon / 2];
    for (int i = 0; i < bytes.length; i++) {
      // words of four bytes, each as this machine stores a number: lowest byte first
      int from = (i / 4 * 4 + 3 - i % 4) * 2;
      bytes[i] = (byte) Integer.parseInt(field.substring(from, from + 2), 16);
    }
    try {
      String host = InetAddress.getByAddress(bytes).getHostAddress();
      return (host.contains(":") ? '[' + host + ']' : host) + ':' + port;
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
