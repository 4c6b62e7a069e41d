"""Files -> the model, with the place of every field beside it."""
