package dev.loopscope.agent.it;

import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A Kafka consumer whose broker never answers, polled by a thread of the program's own. */
final class KafkaFramework implements SelectorProgram.Framework {
  private final ServerSocket deaf;
  private final BlockingQueue<FutureTask<?>> between = new LinkedBlockingQueue<>();
  private final Thread loop;

  KafkaFramework() throws Exception {
    deaf = new ServerSocket(0, 50, java.net.InetAddress.getLoopbackAddress());
    loop = new Thread(this::consume, "orders-consumer");
    loop.setDaemon(true);
    loop.start();
  }

  private void consume() {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            "127.0.0.1:" + deaf.getLocalPort(),
            "group.id",
            "orders",
            "key.deserializer",
            StringDeserializer.class,
            "value.deserializer",
            StringDeserializer.class);
    try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings)) {
      consumer.subscribe(List.of("orders"));
      while (!Thread.currentThread().isInterrupted()) {
        consumer.poll(Duration.ofMillis(10));
        FutureTask<?> next = between.poll();
        if (next != null) {
          next.run();
        }
      }
    }
  }

  private <T> void onLoop(Callable<T> what) throws Exception {
    FutureTask<T> task = new FutureTask<>(what);
    between.add(task);
    task.get();
  }

  @Override
  public int work(int rounds) throws Exception {
    for (int i = 0; i < rounds; i++) {
      onLoop(() -> "done");
    }
    return rounds - 1;
  }

  @Override
  public void block(long millis) throws Exception {
    onLoop(
        () -> {
          SelectorProgram.blockHere(millis);
          return "done";
        });
  }

  @Override
  public void end() throws Exception {
    deaf.close();
  }
}
