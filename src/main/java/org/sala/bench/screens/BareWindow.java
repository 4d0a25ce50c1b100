package org.sala.bench.screens;

import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** The peer: a window with JavaFX and AtlantaFX, and nothing else in it than a form to log in. */
public final class BareWindow extends Application {
  public static void main(String[] args) {
    launch(args);
  }

  @Override
  public void start(Stage stage) {
    setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    VBox form =
        new VBox(
            12, new Label("Log in"), new TextField(), new PasswordField(), new Button("Go on"));
    form.setPadding(new Insets(40));
    stage.setScene(new Scene(form, 1280, 720));
    stage.show();
  }
}
