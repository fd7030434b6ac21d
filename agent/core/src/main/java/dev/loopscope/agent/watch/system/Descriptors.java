package dev.loopscope.agent.watch.system;

/** Says what a descriptor stands for, in words. */
final class Descriptors {

  private static final String[] STANDARD = {"standard input", "standard output", "standard error"};
  private static final String SOCKET = "socket:[";

  private final ProcFiles files;
  private final Sockets sockets;

  Descriptors(ProcFiles files) {
    this.files = files;
    sockets = new Sockets(files);
  }

  /** A path, a peer or a kind of file; empty when it is not known. */
  String describe(int number) {
    if (number < 0) {
      return "";
    }
    String target = files.descriptor(number);
    if (target == null) {
      return "";
    }
    String words = target;
    if (target.startsWith(SOCKET)) {
      String peer = sockets.describe(target.substring(SOCKET.length(), target.length() - 1));
      words = peer == null ? "a socket" : peer;
    } else if (target.startsWith("pipe:")) {
      words = "a pipe";
    } else if (target.startsWith("anon_inode:")) {
      words = target.substring("anon_inode:".length());
    }
    return number < STANDARD.length ? STANDARD[number] + " (" + words + ')' : words;
  }
}
