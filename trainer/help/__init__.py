"""Where to turn: a directory of services that help, by place, language and need."""
