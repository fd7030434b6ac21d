package dev.loopscope.dashboard.ui.start;

import atlantafx.base.controls.PasswordTextField;
import dev.loopscope.dashboard.ui.common.Controls;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** Connects to an agent that listens: address and token. */
final class ConnectPanel extends VBox {

  private final TextField address = new TextField();
  private final PasswordTextField token = new PasswordTextField();
  private final Label problem = Controls.label("", "danger-text");
  private final Consumer<SessionSource> connect;

  ConnectPanel(Consumer<SessionSource> connect) {
    this.connect = connect;
    getStyleClass().add("panel");
    address.setId("connect-address");
    address.setPromptText("host:port");
    address.setAccessibleText("Address of the agent, host and port");
    token.setId("connect-token");
    token.setPromptText("token");
    token.setAccessibleText("Token of the agent");
    address.setOnAction(event -> token.requestFocus());
    token.setOnAction(event -> submit());
    HBox.setHgrow(address, Priority.ALWAYS);
    HBox.setHgrow(token, Priority.ALWAYS);
    address.setPrefColumnCount(8);
    token.setPrefColumnCount(8);
    Button go = Controls.button("Connect", MaterialDesignL.LAN_CONNECT, this::submit);
    go.setId("connect");
    go.setMinWidth(USE_PREF_SIZE);
    HBox fields = new HBox(8, address, token, go);
    problem.setWrapText(true);
    problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    VBox body = new VBox(fields, problem);
    body.getStyleClass().add("panel-body");
    getChildren()
        .addAll(
            Controls.row("panel-head", Controls.label("Connect to an address", "panel-title")),
            body);
  }

  private void submit() {
    try {
      SessionSource.Address parsed = AddressInput.parse(address.getText(), token.getPassword());
      problem.setText("");
      connect.accept(parsed);
    } catch (AddressInput.Rejected e) {
      problem.setText(e.getMessage());
    }
  }
}
