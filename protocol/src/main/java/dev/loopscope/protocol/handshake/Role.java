package dev.loopscope.protocol.handshake;

/** Who speaks. It is part of what is proved, so that nobody can be sent their own proof back. */
enum Role {
  AGENT('A', "a Loopscope agent"),
  DASHBOARD('D', "a Loopscope dashboard");

  final byte letter;
  final String inWords;

  Role(char letter, String inWords) {
    this.letter = (byte) letter;
    this.inWords = inWords;
  }

  Role other() {
    return this == AGENT ? DASHBOARD : AGENT;
  }
}
