"""What happened: event mentions, who took part, when and where, how they are told."""
