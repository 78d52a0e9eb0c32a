"""How claims relate: the model, and contradictions that no kind of point asks of."""
