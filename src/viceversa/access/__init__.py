"""May X do Y to Z? One permission enum, one role table, one policy module per noun."""
